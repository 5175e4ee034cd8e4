import type { Share } from '../../ports/counter-store.ts'

/** Who a share belongs to: an address (a /64 of IPv6), or a session; of a single operation, all sessions of a person. */
export type LimitScope = 'address' | 'session'
export type Limits = Partial<Record<LimitScope, Share>>
/** By operation id; `everything` holds for all requests together. */
export type LimitTable = Readonly<Record<string, Limits>>

const perTenMinutes = (count: number): Share => ({ count, perSeconds: 600 })

/**
 * Every limit there is. Those of an address are generous: a phone network puts thousands of people behind one. Those of
 * a session are what a hand and its retries cannot reach. `RATE_LIMITS` replaces single ones, `RATE_LIMIT_FACTOR`
 * multiplies all of them.
 */
export const defaultLimits: LimitTable = {
  everything: { address: perTenMinutes(300_000), session: perTenMinutes(6_000) },

  createSession: { address: perTenMinutes(30_000) },
  createGuestSession: { address: perTenMinutes(12_000) },

  // The page that owners of apps open: a link and a receipt are beyond guessing, and nobody tries often.
  secretPage: { address: perTenMinutes(120) },

  // What costs money, a picture's work, or what a person does once.
  register: { session: perTenMinutes(120) },
  createTicket: { session: perTenMinutes(60) },
  updateUserInfo: { session: perTenMinutes(120) },
  uploadAvatar: { session: perTenMinutes(30) },
  bindPhone: { session: perTenMinutes(30) },
  exportUserInfo: { session: perTenMinutes(30) },
  // Both overwrite on the disk what they take; each deletion is another account's.
  withdrawConsent: { session: perTenMinutes(120) },
  deleteUserInfo: { address: perTenMinutes(600) },
  // Each call asks the platform.
  getPlatformKey: { session: perTenMinutes(60) },

  // The costliest read. The home page asks at every show of it, and the ranking at every press on a period.
  getLeaderboard: { session: perTenMinutes(300) },

  scanDevice: { session: perTenMinutes(300) },
  startRide: { session: perTenMinutes(300) },
}
