import type { PhoneCodeEntry } from '../domain/phone-code.ts'
import type { Unit } from './unit.ts'

/** Remembers what became of each phone code, by keyed hashes only. */
export interface PhoneCodeStore {
  /** True when the code was not known and now belongs to this entry. Of concurrent callers exactly one gets true. */
  insert(entry: PhoneCodeEntry): Unit<boolean>
  find(codeHash: string): Unit<PhoneCodeEntry | undefined>
  settle(codeHash: string, state: 'bound' | 'rejected'): Unit<void>
  /** Forgets the code: nothing came of it. Idempotent. */
  remove(codeHash: string): Unit<void>
  removeExpired(at: Date): Unit<void>
}
