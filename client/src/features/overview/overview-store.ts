import { getOverview, type Overview } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { type Fault, faultOf } from '../../lib/fault'

export interface OverviewState {
  status: 'loading' | 'ready' | 'error'
  /** The last one that arrived stays while another is fetched. */
  overview: Overview | null
  fault: Fault
  load(): Promise<void>
}

export type OverviewStore = StoreApi<OverviewState>

export function createOverviewStore(api: ApiClient): OverviewStore {
  return createStore<OverviewState>()((set, get) => ({
    status: 'loading',
    overview: null,
    fault: null,
    async load() {
      set({ status: get().overview === null ? 'loading' : 'ready', fault: null })
      try {
        // Open to anybody, so it neither waits for a session nor renews one.
        set({ overview: await api.call(getOverview, undefined, { token: null }), status: 'ready' })
      } catch (error) {
        set({ status: 'error', fault: faultOf(error) })
      }
    },
  }))
}
