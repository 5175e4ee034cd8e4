import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { TrailState } from './trail-store'

export const useTrail = <Selected>(select: (state: TrailState) => Selected): Selected =>
  useStore(getServices().trail, select)
