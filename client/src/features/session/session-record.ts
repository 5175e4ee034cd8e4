import type { UserInfo } from '@trailpass/shared'
import { type Kept, keep } from '../../platform/storage/kept'
import type { KeyValueStorage } from '../../platform/storage/types'

/** The stored session. */
export type SessionRecord =
  | {
      kind: 'session'
      /** `null` where a cookie holds it. */
      token: string | null
      /** When it was issued, by this browser's clock: tells a person's logins apart where a cookie holds the token. */
      issuedAtMs?: number
      /** The user id of the token: not `user` while a guest stands in. */
      principalId: string
      /** False for a guest without a platform identity. */
      identified: boolean
      /** The platform's session_key must be checked at the next cold start. */
      checkSession: boolean
      /** Shown at the next cold start before any response. */
      user: UserInfo
    }
  | {
      kind: 'signed-out'
      /** A session whose end the server has not been told yet; `sinceMs` where a cookie holds the token. */
      unrevoked?: { token: string | null; sinceMs?: number }
    }

export type SessionRecords = Kept<SessionRecord>

export function createSessionRecords(storage: KeyValueStorage): SessionRecords {
  return keep(storage, 'trailpass.session', isWhole, 'record')
}

function isWhole(record: SessionRecord): boolean {
  if (record.kind === 'signed-out') return true
  const { kind, token, principalId, user } = record
  const hasIds = typeof principalId === 'string' && typeof user.userId === 'string'
  return kind === 'session' && (typeof token === 'string' || token === null) && hasIds
}
