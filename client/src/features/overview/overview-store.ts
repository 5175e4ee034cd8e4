import { getOverview, type Overview } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { type Fault, faultOf } from '../../lib/fault'

export interface OverviewState {
  /** The latest response; stays while another is loading. */
  overview: Overview | null
  /** The latest error; stays until a request succeeds. */
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
        // Public, so it neither waits for a session nor renews one.
        set({ overview: await api.call(getOverview, undefined, { token: null }), fault: null })
      } catch (error) {
        set({ fault: faultOf(error) })
      }
    },
  }))
}
