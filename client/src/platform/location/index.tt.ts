import { createScopedPositioning } from './scoped-positioning'

export const positioning = createScopedPositioning({
  scope: 'scope.userLocation',
  // What Douyin gives without `isHighAccuracy`, which needs a permission of its own.
  kind: 'fuzzy',
  obtain: () => new Promise((success, fail) => tt.getLocation({ type: 'gcj02', success, fail })),
})
