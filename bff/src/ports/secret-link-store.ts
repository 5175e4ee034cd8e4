import type { SecretLink, SecretReceipt } from '../domain/secret-link.ts'
import type { Unit } from './unit.ts'

/** Holds links until they are used, and the receipts that were given for them. */
export interface SecretLinkStore {
  insert(link: SecretLink): Unit<void>
  /** `undefined` for a link that is unknown, used, or expired at that moment. */
  find(linkHash: string, at: Date): Unit<SecretLink | undefined>
  /** Takes one of so many tries, in one statement. False when none is left, and where `find` finds none. */
  takeTry(linkHash: string, at: Date, maxTries: number): Unit<boolean>
  /** Spends a link that is good at that moment, in one statement: of any number of callers one is answered true. */
  claim(linkHash: string, at: Date): Unit<boolean>
  removeExpired(at: Date): Unit<void>
  insertReceipt(receipt: SecretReceipt): Unit<void>
  findReceipt(receiptHash: string): Unit<SecretReceipt | undefined>
  markWithdrawn(receiptHash: string, at: Date): Unit<void>
}
