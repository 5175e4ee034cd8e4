import { endpointAt, listRides, type Ride } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { type Fault, faultOf } from '../../lib/fault'

export interface HistoryState {
  /** Whose rides these are. */
  personId: string | null
  /** Newest first; `null` until the first page is there. */
  rides: Ride[] | null
  hasOlder: boolean
  /** Why the last try failed; stays until one succeeds. */
  fault: Fault
  /** Reloads from the newest. */
  load(personId: string): Promise<void>
  /** Loads the next page. Concurrent calls are one; does nothing after the oldest. */
  loadOlder(): Promise<void>
}

export type HistoryStore = StoreApi<HistoryState>

export function createHistoryStore(api: ApiClient): HistoryStore {
  let nextBefore: string | null = null
  /** Outdated responses are dropped. */
  let question = 0
  let older: Promise<void> | undefined

  return createStore<HistoryState>()((set, get) => {
    async function fetchPage(personId: string, before: string | null, kept: Ride[]): Promise<void> {
      question += 1
      const asked = question
      try {
        const rides = endpointAt(listRides, {}, before === null ? {} : { before })
        const page = await api.call(rides, undefined, { as: personId })
        if (asked !== question) return
        nextBefore = page.nextBefore
        set({ rides: [...kept, ...page.rides], hasOlder: nextBefore !== null, fault: null })
      } catch (error) {
        if (asked === question) set({ fault: faultOf(error) })
      }
    }

    return {
      personId: null,
      rides: null,
      hasOlder: false,
      fault: null,
      load(personId) {
        if (get().personId !== personId) set({ personId, rides: null, hasOlder: false, fault: null })
        older = undefined
        return fetchPage(personId, null, [])
      },
      async loadOlder() {
        const { personId, rides, hasOlder } = get()
        if (personId === null || rides === null || !hasOlder) return
        const flight = older ?? fetchPage(personId, nextBefore, rides)
        older = flight
        await flight
        if (older === flight) older = undefined
      },
    }
  })
}
