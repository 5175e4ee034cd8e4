import type { PhoneCodeEntry } from '../domain/phone-code.ts'
import type { Unit } from './unit.ts'

/** Stores the outcome of each phone code, by keyed hashes only. */
export interface PhoneCodeStore {
  /** True if the code was unknown and now belongs to this entry. Of concurrent callers exactly one gets true. */
  insert(entry: PhoneCodeEntry): Unit<boolean>
  find(codeHash: string): Unit<PhoneCodeEntry | undefined>
  settle(codeHash: string, state: 'bound' | 'rejected'): Unit<void>
  /** Removes the code, which had no outcome. Idempotent. */
  remove(codeHash: string): Unit<void>
  removeExpired(at: Date): Unit<void>
}
