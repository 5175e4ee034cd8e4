import type { Erasure } from '../domain/erasure.ts'
import type { Unit } from './unit.ts'

/** Remembers that an account was erased, by a keyed hash that names nobody. */
export interface ErasureStore {
  /** Idempotent. */
  insert(erasure: Erasure): Unit<void>
  /** The oldest first. */
  list(): Unit<Erasure[]>
  removeOlderThan(before: Date): Unit<void>
}
