import type { SecretLink, SecretReceipt } from '../domain/secret-link.ts'
import type { Unit } from './unit.ts'

/** Stores links until they are used, and the receipts issued for them. */
export interface SecretLinkStore {
  insert(link: SecretLink): Unit<void>
  /** `undefined` for a link that is unknown, used, or expired at that time. */
  find(linkHash: string, at: Date): Unit<SecretLink | undefined>
  /** Uses up one attempt, in one statement. False if none is left, or if `find` finds no link. */
  takeTry(linkHash: string, at: Date, maxTries: number): Unit<boolean>
  /** Uses up a link that is valid at that time, in one statement: of concurrent callers exactly one gets true. */
  claim(linkHash: string, at: Date): Unit<boolean>
  removeExpired(at: Date): Unit<void>
  insertReceipt(receipt: SecretReceipt): Unit<void>
  findReceipt(receiptHash: string): Unit<SecretReceipt | undefined>
  markWithdrawn(receiptHash: string, at: Date): Unit<void>
}
