import type { Entry } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What was read at entry and happened during this visit. */
export interface VisitState {
  entry: Entry
  invitationSeen: boolean
  dismissInvitation(): void
  /** Coming back with nothing more in hand keeps what the visit began with, and so does its entry read twice. */
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
