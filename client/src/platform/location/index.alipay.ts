import { createScopedPositioning } from './scoped-positioning'

export const positioning = createScopedPositioning({
  scope: 'location',
  kind: 'precise',
  // Degrees are GCJ-02 here, always.
  obtain: () => new Promise((success, fail) => my.getLocation({ success, fail })),
})
