import type { Share } from '../../ports/counter-store.ts'

/** The scope of a limit: an address (a /64 for IPv6), or a session; for a single operation, all sessions of a person. */
export type LimitScope = 'address' | 'session'
export type Limits = Partial<Record<LimitScope, Share>>
/** By operation id; `everything` applies to all requests together. */
export type LimitTable = Readonly<Record<string, Limits>>

const perTenMinutes = (count: number): Share => ({ count, perSeconds: 600 })

/**
 * All rate limits. Limits per address are generous, because a mobile network puts thousands of people behind one.
 * Limits per session are above what a person and retries can reach. `RATE_LIMITS` overrides individual limits,
 * `RATE_LIMIT_FACTOR` multiplies all of them.
 */
export const defaultLimits: LimitTable = {
  everything: { address: perTenMinutes(300_000), session: perTenMinutes(6_000) },

  createSession: { address: perTenMinutes(30_000) },
  createGuestSession: { address: perTenMinutes(12_000) },

  // The secret page: links and receipts cannot be guessed, and nobody tries often.
  secretPage: { address: perTenMinutes(120) },

  // Operations that cost money or image processing, or that a person does once.
  register: { session: perTenMinutes(30) },
  createTicket: { session: perTenMinutes(60) },
  updateUserInfo: { session: perTenMinutes(120) },
  uploadAvatar: { session: perTenMinutes(30) },
  bindPhone: { session: perTenMinutes(30) },
  exportUserInfo: { session: perTenMinutes(30) },
  // Both overwrite the deleted data on disk. Each deletion belongs to a different account, hence the address.
  withdrawConsent: { session: perTenMinutes(120) },
  deleteUserInfo: { address: perTenMinutes(600) },
  // Each call makes a request to the platform.
  getPlatformKey: { session: perTenMinutes(60) },

  // The most expensive read. Home and the ranking page call it each time they are shown, and at each change of period.
  getLeaderboard: { session: perTenMinutes(300) },

  scanDevice: { session: perTenMinutes(300) },
  startRide: { session: perTenMinutes(300) },
}
