import { endpointAt, listTrails, type Trail } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { type Fault, faultOf } from '../../lib/fault'
import type { Position, Positioning } from '../../platform/location/types'

/**
 * Why a person's place is known or not; each is a normal state with a way on. `unavailable` is up to the phone;
 * `unanswered` is the server's, which was given a place and gave no distances.
 */
export type PlaceState = 'unknown' | 'locating' | 'placed' | 'denied' | 'unavailable' | 'unanswered'

export interface TrailState {
  place: PlaceState
  /** Only a rough place was given, so distances are rough too. */
  isFuzzy: boolean
  /** The nearest trail while placed. */
  nearest: Trail | null
  /** By distance while placed, else by name; `null` before they are loaded. */
  trails: Trail[] | null
  /** Why the last list did not come; stays until one does. */
  fault: Fault
  /** The trails without a place, for whoever gives none; as `locate` for whoever has given one. */
  load(): Promise<void>
  /** Asks the platform, which may ask the person: only for who wants it. Several at once are one. */
  locate(): Promise<void>
  /** Asks nobody: locates where that was granted before. */
  locateIfGranted(): Promise<void>
  /** To the settings and back; `undefined` where the platform opens none. */
  openSettings: (() => Promise<void>) | undefined
}

export type TrailStore = StoreApi<TrailState>

interface TrailStoreOptions {
  api: ApiClient
  positioning: Positioning
  now: () => number
}

/** An answer younger than this is not asked for again by itself. */
const freshMs = 60_000

export function createTrailStore({ api, positioning, now }: TrailStoreOptions): TrailStore {
  return createStore<TrailState>()((set, get) => {
    let flight: Promise<void> | undefined
    let placedAt = Number.NEGATIVE_INFINITY

    // Open to anybody, so it neither waits for a session nor renews one.
    const fetchTrails = async (query?: Record<string, string>) =>
      (await api.call(endpointAt(listTrails, {}, query), undefined, { token: null })).trails

    async function fly(): Promise<void> {
      const wasPlaced = get().place === 'placed'
      if (!wasPlaced) set({ place: 'locating' })
      const located = await positioning.locate()
      if (located.kind === 'denied' || located.kind === 'unavailable' || located.kind === 'unagreed') {
        // Distances from where the person was are no longer theirs.
        const place = located.kind === 'unagreed' ? 'unknown' : located.kind
        set({ place, nearest: null, ...(wasPlaced && { trails: null }) })
        return
      }
      try {
        const trails = await fetchTrails(queryOf(located))
        const nearest = trails.find(({ distanceMeters }) => distanceMeters !== null) ?? null
        placedAt = now()
        set({ place: 'placed', isFuzzy: located.kind === 'fuzzy', nearest, trails, fault: null })
      } catch (error) {
        set({ place: wasPlaced ? 'placed' : 'unanswered', fault: faultOf(error) })
      }
    }

    function locate(): Promise<void> {
      flight ??= fly().finally(() => {
        flight = undefined
      })
      return flight
    }

    const { openSettings } = positioning
    return {
      place: 'unknown',
      isFuzzy: false,
      nearest: null,
      trails: null,
      fault: null,
      locate,
      async load() {
        const { place } = get()
        if (place === 'placed' || place === 'unanswered') return locate()
        const answer = await fetchTrails().then(
          (trails) => ({ trails, fault: null }),
          (error) => ({ fault: faultOf(error) }),
        )
        // A place that was found meanwhile brought a better list.
        if (get().place !== 'placed') set(answer)
      },
      async locateIfGranted() {
        if (now() - placedAt >= freshMs && (await positioning.isGranted())) await locate()
      },
      openSettings:
        openSettings &&
        (async () => {
          await openSettings()
          await locate()
        }),
    }
  })
}

/** 4 decimals are 11 m: nothing finer leaves the phone, and nothing of it stays here. */
const queryOf = ({ latitude, longitude }: Position) => ({
  latitude: latitude.toFixed(4),
  longitude: longitude.toFixed(4),
})
