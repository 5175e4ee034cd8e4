import type { UserInfo } from '@trailpass/shared'
import { type Kept, keep } from '../../platform/storage/kept'
import type { KeyValueStorage } from '../../platform/storage/types'

/** What the phone remembers of the session. */
export type SessionRecord =
  | {
      kind: 'session'
      /** `null` where a cookie holds it. */
      token: string | null
      /** Whom the token speaks for: while a guest stands in, not `user`. An earlier version did not keep it. */
      principalId?: string
      /** False for a guest whom no platform has named. */
      identified: boolean
      /** The server wants the platform's session_key checked at the next cold start. */
      checkSession: boolean
      /** Shown at the next cold start before any answer. */
      user: UserInfo
    }
  | {
      kind: 'signed-out'
      /** The session that the server has not yet been told to end. */
      unrevoked?: { token: string | null }
    }

export type SessionRecords = Kept<SessionRecord>

export function createSessionRecords(storage: KeyValueStorage): SessionRecords {
  return keep(storage, 'trailpass.session', isWhole, 'record')
}

function isWhole(record: SessionRecord): boolean {
  if (record.kind === 'signed-out') return true
  const { kind, token, user } = record
  return kind === 'session' && (typeof token === 'string' || token === null) && typeof user.userId === 'string'
}
