import type { ProblemDevice } from '@trailpass/shared'
import { ApiError, NetworkError } from '../api/api-error'

/** Failures that did not come from the server. */
export type ClientFault =
  | 'network'
  | 'timeout'
  /** The platform did not supply a login code. */
  | 'login.failed'
  /** H5 outside WeChat, where sign-in is impossible. */
  | 'login.outside_wechat'
  /** Registered, but the avatar was not uploaded. */
  | 'avatar.not_saved'
  /** Registered, but the server could not get a phone number. */
  | 'phone.not_saved'

/** An `ErrorCode` of the server, possibly one this client does not know yet, or a `ClientFault`. */
export type Fault = string | null

/** The platform gave no login code. */
export class LoginCredentialError extends Error {
  override readonly name = 'LoginCredentialError'
  readonly fault: ClientFault

  constructor(fault: 'login.failed' | 'login.outside_wechat', options?: { cause?: unknown }) {
    super(fault, options)
    this.fault = fault
  }
}

/** The bike of an error, if the server names it. */
export const deviceOf = (error: unknown): ProblemDevice | null => (error instanceof ApiError && error.device) || null

/** The fault to show for an error. */
export function faultOf(error: unknown): string {
  if (error instanceof ApiError) return error.code
  if (error instanceof NetworkError) return error.reason
  if (error instanceof LoginCredentialError) return error.fault
  console.error(error)
  return 'internal'
}
