import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { HistoryState } from './history-store'

export const useHistory = <Selected>(select: (state: HistoryState) => Selected): Selected =>
  useStore(getServices().history, select)
