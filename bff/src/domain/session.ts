import type { Platform } from '@trailpass/shared'

/** Session lifetime in days: after the last use, and after the login. */
export const sessionIdleMs = 30 * 86_400_000
export const sessionAbsoluteMs = 90 * 86_400_000
/** `own`: only these limits apply. `platform`: also ends with the platform's session_key, where there is one. */
export const sessionPolicies = ['own', 'platform'] as const
export type SessionPolicy = (typeof sessionPolicies)[number]
/** Last-seen is written at most this often, so that reads do not become writes. */
export const sessionTouchMs = 3_600_000
/** Lifetime of a session from a redeemed ticket, whether used or not. */
export const registerSessionMs = 15 * 60_000

/** `register`: created from a web ticket, valid only for registration. */
export type SessionScope = 'full' | 'register'

export interface SessionRecord {
  tokenHash: string
  personId: string
  platform: Platform
  appId: string
  /** Keyed hash of the client's device id. */
  deviceHash: string
  /** False for a session without a platform identity. */
  identified: boolean
  model: string | null
  createdAt: Date
  lastSeenAt: Date
  scope: SessionScope
  /** The session that created the ticket; this session ends with it. */
  parentHash: string | null
}

export function sessionExpiresAt({
  createdAt,
  lastSeenAt,
  scope,
}: Pick<SessionRecord, 'createdAt' | 'lastSeenAt' | 'scope'>): Date {
  if (scope === 'register') return new Date(createdAt.getTime() + registerSessionMs)
  return new Date(Math.min(lastSeenAt.getTime() + sessionIdleMs, createdAt.getTime() + sessionAbsoluteMs))
}

/** Irreversible operations require a recent login, so that a stolen token is not sufficient. */
export const freshLoginMs = 10 * 60_000

/** A person without identity cannot log in, and has nothing to lose. */
export const isFreshLogin = ({ identified, createdAt }: SessionRecord, now: Date): boolean =>
  !identified || now.getTime() - createdAt.getTime() <= freshLoginMs

/** The authenticated caller. */
export interface Caller {
  personId: string
  registered: boolean
  identified: boolean
  session: SessionRecord
}
