import type { Unit } from './unit.ts'

/** A push, by keyed hashes only. */
export interface PushReceipt {
  appId: string
  nonceHash: string
  messageHash: string
  receivedAt: Date
}

/** Remembers which pushes came and which of them were acted upon. */
export interface PushReceiptStore {
  /** True when the nonce was not known. Of concurrent callers exactly one gets true. */
  insert(receipt: PushReceipt): Unit<boolean>
  find(appId: string, nonceHash: string): Unit<PushReceipt | undefined>
  /** The message is dealt with, under whatever nonce it comes again. Idempotent. */
  settle(receipt: Pick<PushReceipt, 'appId' | 'messageHash'>): Unit<void>
  isSettled(receipt: Pick<PushReceipt, 'appId' | 'messageHash'>): Unit<boolean>
  removeOlderThan(before: Date): Unit<void>
}
