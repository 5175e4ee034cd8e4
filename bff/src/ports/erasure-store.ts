import type { Erasure } from '../domain/erasure.ts'
import type { Unit } from './unit.ts'

/** Records that an account was erased, by a keyed hash that identifies nobody. */
export interface ErasureStore {
  /** Idempotent. */
  insert(erasure: Erasure): Unit<void>
  /** The oldest first. */
  list(): Unit<Erasure[]>
  removeOlderThan(before: Date): Unit<void>
}
