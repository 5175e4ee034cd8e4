import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { RegistrationState } from './registration-store'

export const useRegistration = <Selected>(select: (state: RegistrationState) => Selected): Selected =>
  useStore(getServices().registration, select)
