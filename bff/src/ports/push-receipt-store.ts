import type { Unit } from './unit.ts'

/** A push, by keyed hashes only. */
export interface PushReceipt {
  appId: string
  nonceHash: string
  messageHash: string
  receivedAt: Date
}

/** Stores which pushes arrived and which were processed. */
export interface PushReceiptStore {
  /** True if the nonce was unknown. Of concurrent callers exactly one gets true. */
  insert(receipt: PushReceipt): Unit<boolean>
  find(appId: string, nonceHash: string): Unit<PushReceipt | undefined>
  /** Marks the message as processed, whatever nonce it arrives with again. Idempotent. */
  settle(receipt: Pick<PushReceipt, 'appId' | 'messageHash'>): Unit<void>
  isSettled(receipt: Pick<PushReceipt, 'appId' | 'messageHash'>): Unit<boolean>
  removeOlderThan(before: Date): Unit<void>
}
