import type { Entry } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** State of the current visit: the entry and what happened since. */
export interface VisitState {
  entry: Entry
  invitationSeen: boolean
  dismissInvitation(): void
  /** Returning to the app without new entry parameters keeps the visit's entry. */
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
