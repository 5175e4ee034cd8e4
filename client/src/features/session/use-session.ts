import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { SessionState } from './session-state'

export const useSession = <Selected>(select: (state: SessionState) => Selected): Selected =>
  useStore(getServices().session, select)
