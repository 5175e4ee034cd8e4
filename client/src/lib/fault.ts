import type { ProblemDevice } from '@trailpass/shared'
import { ApiError, NetworkError } from '../api/api-error'

/** Failures that no server answered. */
export type ClientFault =
  | 'network'
  | 'timeout'
  /** The platform refused or could not give a login code. */
  | 'login.failed'
  /** H5 outside WeChat, where nobody can say who somebody is. */
  | 'login.outside_wechat'
  /** Registered, but the picture did not arrive. */
  | 'avatar.not_saved'
  /** Registered, but the platform gave the server no phone number. */
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

/** Which bike a failure is about, where the server says so. */
export const deviceOf = (error: unknown): ProblemDevice | null => (error instanceof ApiError && error.device) || null

/** What to tell the person about a failure. */
export function faultOf(error: unknown): string {
  if (error instanceof ApiError) return error.code
  if (error instanceof NetworkError) return error.reason
  if (error instanceof LoginCredentialError) return error.fault
  console.error(error)
  return 'internal'
}
