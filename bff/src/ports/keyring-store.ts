import type { Unit } from './unit.ts'

export interface WrappedKey {
  id: string
  purpose: string
  wrapped: string
  createdAt: Date
}

/** Holds the working keys, wrapped by the master key. One key per purpose. */
export interface KeyringStore {
  list(): Unit<WrappedKey[]>
  /** Keeps the key unless its purpose has one already. */
  insertIfAbsent(key: WrappedKey): Unit<void>
  /** False, and nothing changed, when it is not wrapped any more as `key` says. */
  rewrap(key: WrappedKey, wrapped: string): Unit<boolean>
}
