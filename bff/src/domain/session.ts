import type { Platform } from '@trailpass/shared'

/** Days after the last use, and after the login, at which a session ends. */
export const sessionIdleMs = 30 * 86_400_000
export const sessionAbsoluteMs = 90 * 86_400_000
/** Last-seen is written at most this often: a read need not become a write. */
export const sessionTouchMs = 3_600_000

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
}

export function sessionExpiresAt({ createdAt, lastSeenAt }: Pick<SessionRecord, 'createdAt' | 'lastSeenAt'>): Date {
  return new Date(Math.min(lastSeenAt.getTime() + sessionIdleMs, createdAt.getTime() + sessionAbsoluteMs))
}

/** The caller, as its session names it. */
export interface Caller {
  personId: string
  registered: boolean
  identified: boolean
  session: SessionRecord
}
