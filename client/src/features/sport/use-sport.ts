import type { SportRange, SportSummary } from '@trailpass/shared'
import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import { type Loaded, loadedOf } from '../../lib/keyed-store'

/** Nothing to load without a person. */
export const useSport = (personId: string | null, range: SportRange): Loaded<SportSummary> =>
  useStore(getServices().sport, (state) => loadedOf(state, personId ?? '', range))

export const useLoadSport = () => useStore(getServices().sport, (state) => state.load)
