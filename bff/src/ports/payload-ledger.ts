import type { Unit } from './unit.ts'

/** A payload that was accepted, by keyed hash only. */
export interface PayloadEntry {
  payloadHash: string
  personId: string
  sealedAnswer: string
  expiresAt: Date
}

/** Stores the owner and the answer of each payload, and counts failures. */
export interface PayloadLedger {
  /** True if the payload was unknown. Of concurrent callers exactly one gets true. */
  insert(entry: PayloadEntry): Unit<boolean>
  find(payloadHash: string): Unit<PayloadEntry | undefined>
  insertFailure(failure: { id: string; personId: string; operation: string; failedAt: Date }): Unit<void>
  /** When the person's nth last failure at this operation was; `undefined` if it was not after `since`. */
  findFailure(failed: { personId: string; operation: string; nthLast: number; since: Date }): Unit<Date | undefined>
  removeExpired(limits: { at: Date; failedBefore: Date }): Unit<void>
}
