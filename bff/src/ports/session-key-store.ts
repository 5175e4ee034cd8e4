import type { KeyOwner, SealedSessionKey } from '../domain/session-key.ts'
import type { Unit } from './unit.ts'

/** Holds sealed session_keys: the current one of a person in an app, and the one before. */
export interface SessionKeyStore {
  /** Makes it the current key as of `createdAt`; of the others only the one that was current is kept. */
  insert(key: SealedSessionKey): Unit<void>
  /** The current key first. */
  list(owner: KeyOwner): Unit<SealedSessionKey[]>
  /** The key was of use: the login of `lastEpoch` brought it again, or a payload was opened with it. */
  touch(key: SealedSessionKey, use: { lastEpoch?: number; at: Date }): Unit<void>
  /** The same key, sealed for another person. */
  reassign(key: SealedSessionKey, to: { personId: string; sealed: string }): Unit<void>
  removeOfOwner(owner: KeyOwner): Unit<void>
  /** Removes what nobody used since, and what was replaced before. */
  removeStale(limits: { usedBefore: Date; replacedBefore: Date }): Unit<void>
}
