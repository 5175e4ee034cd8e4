/** How long the outcome of a code is remembered: longer than the 5 minutes for which the platform accepts it. */
export const phoneCodeMs = 15 * 60_000
/** The lease, longer than the 2.5 s of the exchange: a holder that has not settled by then is considered dead. */
export const phoneLeaseMs = 5_000

/** `leased`: being exchanged. `bound`: yielded a number. `rejected`: will never yield one. */
export interface PhoneCodeEntry {
  /** Keyed hash of platform, app and code. */
  codeHash: string
  personId: string
  state: 'leased' | 'bound' | 'rejected'
  leaseUntil: Date
  expiresAt: Date
}
