import type { Unit } from './unit.ts'

/** A payload that was accepted, by keyed hash only. */
export interface PayloadEntry {
  payloadHash: string
  personId: string
  sealedAnswer: string
  expiresAt: Date
}

/** Remembers whose each payload was, what it was answered, and how often somebody failed with one. */
export interface PayloadLedger {
  /** True when the payload was not known. Of concurrent callers exactly one gets true. */
  insert(entry: PayloadEntry): Unit<boolean>
  find(payloadHash: string): Unit<PayloadEntry | undefined>
  insertFailure(failure: { id: string; personId: string; operation: string; failedAt: Date }): Unit<void>
  /** When the person failed at this operation for the nth last time; `undefined` when that is not after `since`. */
  findFailure(failed: { personId: string; operation: string; nthLast: number; since: Date }): Unit<Date | undefined>
  removeExpired(limits: { at: Date; failedBefore: Date }): Unit<void>
}
