import { useStore } from 'zustand'
import { getServices } from '../../bootstrap'
import type { WebRegistrationState } from '../../features/registration/web-registration-store'

function getStore() {
  const { webRegistration } = getServices()
  if (webRegistration === null) throw new Error('only the web client registers by ticket')
  return webRegistration
}

export const useWebRegistration = <Selected>(select: (state: WebRegistrationState) => Selected): Selected =>
  useStore(getStore(), select)
