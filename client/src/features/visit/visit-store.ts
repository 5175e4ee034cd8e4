import type { Entry } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What was read at entry and happened during this visit. */
export interface VisitState {
  entry: Entry
  invitationSeen: boolean
  dismissInvitation(): void
  /** Coming back to the app with nothing in hand keeps what the visit began with. */
  setEntry(entry: Entry): void
}

export type VisitStore = StoreApi<VisitState>

export function createVisitStore(): VisitStore {
  return createStore<VisitState>()((set) => ({
    entry: { kind: 'direct' },
    invitationSeen: false,
    dismissInvitation: () => set({ invitationSeen: true }),
    setEntry: (next) => {
      const isBareReturn = next.kind === 'direct' && next.skipType === undefined && next.deviceCode === undefined
      if (!isBareReturn) set({ entry: next })
    },
  }))
}
