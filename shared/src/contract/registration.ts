import { endpoint } from './endpoint.ts'
import type { Entry } from './entry.ts'
import type { UserInfo } from './user-info.ts'

export interface AgreedVersion {
  id: string
  version: string
}

export interface RegistrationRequest {
  nickname?: string
  /** From the platform's phone button; registration does not depend on it. */
  phoneCode?: string
  agreements: AgreedVersion[]
  /** What led to this registration. */
  entry?: Entry
}

/** Answers the same `UserInfo` however often it is sent. */
export const register = endpoint<RegistrationRequest, UserInfo>('register', 'POST', '/v1/registration')
