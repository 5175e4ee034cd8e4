import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { RideState } from './ride-store'

export const useRide = <Selected>(select: (state: RideState) => Selected): Selected =>
  useStore(getServices().ride, select)
