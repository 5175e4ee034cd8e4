import type { Platform } from '@trailpass/shared'

/** Days after the last use, and after the login, at which a session ends. */
export const sessionIdleMs = 30 * 86_400_000
export const sessionAbsoluteMs = 90 * 86_400_000
/** `own`: only by these limits. `platform`: also with the session_key of platforms that have one. */
export const sessionPolicies = ['own', 'platform'] as const
export type SessionPolicy = (typeof sessionPolicies)[number]
/** Last-seen is written at most this often: a read need not become a write. */
export const sessionTouchMs = 3_600_000
/** How long a session of a redeemed ticket lasts, in use or not. */
export const registerSessionMs = 15 * 60_000

/** `register`: made by a ticket for the web, good for registering and nothing else. */
export type SessionScope = 'full' | 'register'

export interface SessionRecord {
  tokenHash: string
  personId: string
  platform: Platform
  appId: string
  /** Keyed hash of the client's device id. */
  deviceHash: string
  /** False for a session that no platform identity stands behind. */
  identified: boolean
  model: string | null
  createdAt: Date
  lastSeenAt: Date
  scope: SessionScope
  /** The session whose ticket made this one: it ends with that. */
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

/** What is done once and cannot be undone asks for a login of late: a stolen token does not reach that far. */
export const freshLoginMs = 10 * 60_000

/** Who has no identity has nothing to log in with, and nothing to lose. */
export const isFreshLogin = ({ identified, createdAt }: SessionRecord, now: Date): boolean =>
  !identified || now.getTime() - createdAt.getTime() <= freshLoginMs

/** The caller, as its session names it. */
export interface Caller {
  personId: string
  registered: boolean
  identified: boolean
  session: SessionRecord
}
