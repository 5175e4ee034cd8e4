import { getOverview, type Overview } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { type Fault, faultOf } from '../../lib/fault'

export interface OverviewState {
  /** The last one that arrived stays while another is fetched. */
  overview: Overview | null
  /** Why the last try failed; stays until one succeeds. */
  fault: Fault
  load(): Promise<void>
}

export type OverviewStore = StoreApi<OverviewState>

export function createOverviewStore(api: ApiClient): OverviewStore {
  return createStore<OverviewState>()((set) => ({
    overview: null,
    fault: null,
    async load() {
      try {
        // Open to anybody, so it neither waits for a session nor renews one.
        set({ overview: await api.call(getOverview, undefined, { token: null }), fault: null })
      } catch (error) {
        set({ fault: faultOf(error) })
      }
    },
  }))
}
