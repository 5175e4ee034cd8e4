import { endpoint } from './endpoint.ts'
import type { Entry } from './entry.ts'
import type { UserInfo } from './user-info.ts'

export const platforms = ['weapp', 'alipay', 'tt', 'h5'] as const
export type Platform = (typeof platforms)[number]

export interface LoginRequest {
  platform: Platform
  appId: string
  /** What the platform's login call gave: lives minutes, works once. */
  code: string
  /** Random, made for this code: whoever knows both may have the same answer again. */
  nonce: string
  /** Random, made once and kept by the client: a login replaces the session of the same device. */
  deviceId: string
  /** The token of a guest without identity, whose things follow the person. */
  guestToken?: string
  entry?: Entry
  model?: string
  /** How long the platform took to give the code, in milliseconds. Shown to operators, and believed by nothing. */
  codeMs?: number
  /** How long this login had gone on before this request, `codeMs` aside: former codes, and answers that were lost. */
  earlierMs?: number
}

export interface GuestSessionRequest {
  platform: Platform
  appId: string
  deviceId: string
}

/** `member` means registered; everybody else is a `guest` with an id of their own. */
export interface Principal {
  kind: 'guest' | 'member'
  userId: string
}

export interface LoginResponse {
  /** The bearer token; `null` when it travels in a cookie. */
  token: string | null
  /** ISO 8601. A hint: a client renews on 401, never by its own clock. */
  expiresAt: string
  /** Counts the logins of this person in this app; `null` where the platform has no session_key. */
  keyEpoch: number | null
  /** True: call the platform's checkSession once per cold start. */
  checkSession: boolean
  /** True: a login was tried and the platform did not answer. */
  degraded: boolean
  /** False for a guest whom no platform has named. */
  identified: boolean
  /** For clients that keep no profile: all of it is in `user` as well. */
  principal: Principal
  user: UserInfo
}

export const createSession = endpoint<LoginRequest, LoginResponse>('createSession', 'POST', '/v1/session')
export const createGuestSession = endpoint<GuestSessionRequest, LoginResponse>(
  'createGuestSession',
  'POST',
  '/v1/session/guest',
)
export const deleteSession = endpoint<void, void>('deleteSession', 'DELETE', '/v1/session')
