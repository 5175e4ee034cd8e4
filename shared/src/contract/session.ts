import { endpoint } from './endpoint.ts'
import type { Entry } from './entry.ts'
import type { UserInfo } from './user-info.ts'

export const platforms = ['weapp', 'alipay', 'tt', 'h5'] as const
export type Platform = (typeof platforms)[number]

export interface LoginRequest {
  platform: Platform
  appId: string
  /** The code from the platform's login call: valid for minutes, works once. */
  code: string
  /** Random, generated for this code: a request with both gets the same answer again. */
  nonce: string
  /** Random, generated once and stored by the client: a login replaces the session of the same device. */
  deviceId: string
  /** The token of a guest without identity, whose data is inherited by the person. */
  guestToken?: string
  entry?: Entry
  model?: string
  /** How long the platform took to return the code, in milliseconds. Only displayed to operators. */
  codeMs?: number
  /** How long this login had taken before this request, excluding `codeMs`: earlier codes, and lost responses. */
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
  /** The bearer token; `null` if it is in a cookie. */
  token: string | null
  /** ISO 8601. Only a hint: clients renew on 401, not by their own clock. */
  expiresAt: string
  /** Counts this person's logins in this app; `null` if the platform has no session_key. */
  keyEpoch: number | null
  /** If true, call the platform's checkSession once per cold start. */
  checkSession: boolean
  /** True if the platform did not answer the login. */
  degraded: boolean
  /** False for a guest whom no platform has identified. */
  identified: boolean
  /** For clients that store no profile; also contained in `user`. */
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
