/** How long what became of a code is remembered: longer than the 5 minutes it lives at the platform. */
export const phoneCodeMs = 15 * 60_000
/** Longer than the 2.5 s of the exchange: a holder that has not settled by then is taken for dead. */
export const phoneLeaseMs = 5_000

/** `leased`: on its way to the platform. `bound`: it gave a number. `rejected`: it never will. */
export interface PhoneCodeEntry {
  /** Keyed hash of platform, app and code. */
  codeHash: string
  personId: string
  state: 'leased' | 'bound' | 'rejected'
  leaseUntil: Date
  expiresAt: Date
}
