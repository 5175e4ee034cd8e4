import type { LedgerEntry } from '../domain/login-ledger.ts'
import type { Unit } from './unit.ts'

export interface LedgerAnswer {
  tokenHash: string
  sealedAnswer: string
  evenIfContested: boolean
}

/** Stores the outcome of each login code, by keyed hashes only. */
export interface LoginLedger {
  /** True if the code was unknown and now belongs to this entry. Of concurrent callers exactly one gets true. */
  insert(entry: LedgerEntry): Unit<boolean>
  find(codeHash: string): Unit<LedgerEntry | undefined>
  /** Like `find`, and locks the entry until the unit ends. */
  lock(codeHash: string): Unit<LedgerEntry | undefined>
  update(entry: LedgerEntry): Unit<void>
  /**
   * Records the answer for a leased code. False, without a change, if the code is no longer leased by this nonce, or is
   * contested where that matters.
   */
  answer(code: Pick<LedgerEntry, 'codeHash' | 'nonceHash'>, answer: LedgerAnswer): Unit<boolean>
  /** Ends every lease: called at startup for a store that only one process uses. */
  abandonLeases(at: Date): Unit<void>
  /** Removes the answers that opened a session of the person, because they contain personal data. */
  forgetAnswersOf(personId: string): Unit<void>
  removeExpired(at: Date): Unit<void>
}
