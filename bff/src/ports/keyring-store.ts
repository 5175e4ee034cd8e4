import type { Unit } from './unit.ts'

export interface WrappedKey {
  id: string
  purpose: string
  wrapped: string
  createdAt: Date
}

/** Stores the working keys, wrapped by the master key. One key per purpose. */
export interface KeyringStore {
  list(): Unit<WrappedKey[]>
  /** Stores the key unless its purpose already has one. */
  insertIfAbsent(key: WrappedKey): Unit<void>
  /** Compare-and-set: false, without a change, if it is no longer wrapped as in `key`. */
  rewrap(key: WrappedKey, wrapped: string): Unit<boolean>
}
