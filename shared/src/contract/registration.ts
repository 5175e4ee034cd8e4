import { endpoint } from './endpoint.ts'
import type { Entry } from './entry.ts'
import type { UserInfo } from './user-info.ts'

/** Kebab-case, at most 32 characters. */
export type ScreenName = string
export const screenNamePattern = /^[a-z][a-z0-9-]{0,31}$/

export interface AgreedVersion {
  id: string
  version: string
}

export interface RegistrationRequest {
  nickname?: string
  /** From the platform's phone button; optional. */
  phoneCode?: string
  agreements: AgreedVersion[]
  /** Where they were agreed to, as the client names its screens. */
  screen?: ScreenName
  /** What led to this registration. */
  entry?: Entry
}

/** Idempotent. */
export const register = endpoint<RegistrationRequest, UserInfo>('register', 'POST', '/v1/registration')
