import type { KeyOwner, SealedSessionKey } from '../domain/session-key.ts'
import type { Unit } from './unit.ts'

/** Holds sealed session_keys: the current one of a person in an app, and the one before. */
export interface SessionKeyStore {
  /** Makes it the current key as of `createdAt`; of the others, only the previous current key is kept. */
  insert(key: SealedSessionKey): Unit<void>
  /** The current key first. */
  list(owner: KeyOwner): Unit<SealedSessionKey[]>
  /** Records a use of the key: the login of `lastEpoch` returned it again, or it opened a payload. */
  touch(key: SealedSessionKey, use: { lastEpoch?: number; at: Date }): Unit<void>
  /** Stores the same key, resealed for another person. */
  reassign(key: SealedSessionKey, to: { personId: string; sealed: string }): Unit<void>
  removeOfOwner(owner: KeyOwner): Unit<void>
  /** Removes keys unused since, and keys replaced before. */
  removeStale(limits: { usedBefore: Date; replacedBefore: Date }): Unit<void>
}
