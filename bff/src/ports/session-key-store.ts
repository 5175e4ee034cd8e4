import type { Unit } from './unit.ts'

export interface SealedSessionKey {
  personId: string
  platform: string
  appId: string
  epoch: number
  sealed: string
  createdAt: Date
}

/** Holds sealed session_keys, the current epoch's and the one before. */
export interface SessionKeyStore {
  /** Keeps the key and drops all but the one before it. */
  insert(key: SealedSessionKey): Unit<void>
  list(personId: string, platform: string, appId: string): Unit<SealedSessionKey[]>
  removeOlderThan(createdBefore: Date): Unit<void>
}
