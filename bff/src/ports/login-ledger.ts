import type { LedgerEntry } from '../domain/login-ledger.ts'
import type { Unit } from './unit.ts'

export interface LedgerAnswer {
  tokenHash: string
  sealedAnswer: string
  evenIfContested: boolean
}

/** Remembers what became of each login code, by keyed hashes only. */
export interface LoginLedger {
  /** True when the code was not known and now belongs to this entry. Of concurrent callers exactly one gets true. */
  insert(entry: LedgerEntry): Unit<boolean>
  find(codeHash: string): Unit<LedgerEntry | undefined>
  /** Like `find`, and keeps others from changing the entry until the unit ends. */
  lock(codeHash: string): Unit<LedgerEntry | undefined>
  update(entry: LedgerEntry): Unit<void>
  /**
   * Gives a leased code its answer. False, with nothing changed, when the code is no longer leased by this nonce, or is
   * contested where that matters.
   */
  answer(code: Pick<LedgerEntry, 'codeHash' | 'nonceHash'>, answer: LedgerAnswer): Unit<boolean>
  /** Ends every lease: for a store that one process owns, when it starts. */
  abandonLeases(at: Date): Unit<void>
  /** The answers that opened a session the person has: they hold what is shown of the person. */
  forgetAnswersOf(personId: string): Unit<void>
  removeExpired(at: Date): Unit<void>
}
