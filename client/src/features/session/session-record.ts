import type { UserInfo } from '@trailpass/shared'
import type { KeyValueStorage } from '../../platform/storage/types'

/** What the phone remembers of the session: one value under one key, so that no half of it can be lost. */
export type SessionRecord =
  | {
      kind: 'session'
      /** `null` where a cookie holds it. */
      token: string | null
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

export interface SessionRecords {
  /** `null` for none, a corrupted one, or one of another version. */
  read(): SessionRecord | null
  write(record: SessionRecord): void
  clear(): void
}

const key = 'trailpass.session'
const version = 1

export function createSessionRecords(storage: KeyValueStorage): SessionRecords {
  return {
    read() {
      const text = storage.read(key)
      return text === undefined ? null : parseRecord(text)
    },
    write: (record) => storage.write(key, JSON.stringify({ version, record })),
    clear: () => storage.remove(key),
  }
}

function parseRecord(text: string): SessionRecord | null {
  try {
    const stored = JSON.parse(text)
    if (stored.version !== version) return null
    const record: SessionRecord = stored.record
    if (record.kind === 'signed-out') return record
    const { token, user } = record
    const isWhole = (typeof token === 'string' || token === null) && typeof user.userId === 'string'
    return record.kind === 'session' && isWhole ? record : null
  } catch {
    return null
  }
}
