import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { VisitState } from './visit-store'

export const useVisit = <Selected>(select: (state: VisitState) => Selected): Selected =>
  useStore(getServices().visit, select)
