import { endpointAt, listTrails, type Trail } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { type Fault, faultOf } from '../../lib/fault'
import type { Position, Positioning } from '../../platform/location/types'

/**
 * The state of the person's location; each is normal and offers an action. `unavailable`: the phone has no location;
 * `unanswered`: the server returned no distances for it.
 */
export type PlaceState = 'unknown' | 'locating' | 'placed' | 'denied' | 'unavailable' | 'unanswered'

export interface TrailState {
  place: PlaceState
  /** Only an approximate location, so distances are approximate too. */
  isFuzzy: boolean
  /** The nearest trail while placed. */
  nearest: Trail | null
  /** By distance while placed, else by name; `null` before they are loaded. */
  trails: Trail[] | null
  /** The latest error; stays until a request succeeds. */
  fault: Fault
  /** Loads the trails without a location, or with it if it was granted, as `locate` does. */
  load(): Promise<void>
  /**
   * Requests the location; the platform may prompt the person, so call it on request only. Concurrent calls are one.
   */
  locate(): Promise<void>
  /** Never prompts: locates only if it was granted before. */
  locateIfGranted(): Promise<void>
  /** Opens the platform's settings; `undefined` if it has none. */
  openSettings: (() => Promise<void>) | undefined
}

export type TrailStore = StoreApi<TrailState>

interface TrailStoreOptions {
  api: ApiClient
  positioning: Positioning
  now: () => number
}

/** A response younger than this is not reloaded automatically. */
const freshMs = 60_000

export function createTrailStore({ api, positioning, now }: TrailStoreOptions): TrailStore {
  return createStore<TrailState>()((set, get) => {
    let flight: Promise<void> | undefined
    let placedAt = Number.NEGATIVE_INFINITY

    // Public, so it neither waits for a session nor renews one.
    const fetchTrails = async (query?: Record<string, string>) =>
      (await api.call(endpointAt(listTrails, {}, query), undefined, { token: null })).trails

    async function fly(): Promise<void> {
      const wasPlaced = get().place === 'placed'
      if (!wasPlaced) set({ place: 'locating' })
      const located = await positioning.locate()
      if (located.kind === 'denied' || located.kind === 'unavailable' || located.kind === 'unagreed') {
        // Distances from an earlier location are outdated.
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
        // Superseded by a list with a location.
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

/** 4 decimals are 11 m: nothing more precise is sent, and nothing is stored here. */
const queryOf = ({ latitude, longitude }: Position) => ({
  latitude: latitude.toFixed(4),
  longitude: longitude.toFixed(4),
})
