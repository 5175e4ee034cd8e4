import type { Entry } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** State of the current visit: the entry and what happened since. */
export interface VisitState {
  entry: Entry
  invitationSeen: boolean
  dismissInvitation(): void
  /** Returning to the app without new entry parameters, or reading the same ones twice, keeps the visit's entry. */
  setEntry(entry: Entry): void
}

export type VisitStore = StoreApi<VisitState>

export function createVisitStore(): VisitStore {
  return createStore<VisitState>()((set, get) => ({
    entry: { kind: 'direct' },
    invitationSeen: false,
    dismissInvitation: () => set({ invitationSeen: true }),
    setEntry: (next) => {
      const { entry } = get()
      const isKnown =
        next.deviceCode === undefined &&
        (next.skipType === undefined || next.skipType === entry.skipType) &&
        (next.kind === 'direct' || next.kind === entry.kind)
      if (!isKnown) set({ entry: next })
    },
  }))
}
