import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { ProfileState } from './profile-store'

export const useProfile = <Selected>(select: (state: ProfileState) => Selected): Selected =>
  useStore(getServices().profile, select)
