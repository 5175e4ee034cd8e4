import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { OverviewState } from './overview-store'

export const useOverview = <Selected>(select: (state: OverviewState) => Selected): Selected =>
  useStore(getServices().overview, select)
