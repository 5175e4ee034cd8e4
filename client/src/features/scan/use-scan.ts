import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { ScanState } from './scan-store'

export const useScan = <Selected>(select: (state: ScanState) => Selected): Selected =>
  useStore(getServices().scan, select)
