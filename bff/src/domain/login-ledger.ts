import type { ErrorCode } from '@trailpass/shared'

/** How long a code's outcome is remembered. Codes live 5 minutes at the platform. */
export const ledgerEntryMs = 15 * 60_000
/**
 * The lease of a code: a holder that has not settled by then is considered dead. Longer than the 2.5 s of a whole
 * flight.
 */
export const ledgerLeaseMs = 5_000

export type Refusal = Extract<
  ErrorCode,
  'login.code_rejected' | 'login.code_spent' | 'account.blocked' | 'rate_limit.exceeded'
>

export interface LedgerEntry {
  /** Keyed hash of platform, app and code. */
  codeHash: string
  /** Keyed hash of the nonce that took the code. */
  nonceHash: string
  state: 'leased' | 'answered' | 'refused'
  /** For a code refused by a rate limit: when it may be tried again. */
  leaseUntil: Date
  /** Another nonce was used while the code was in flight, so its result is not trusted. */
  contested: boolean
  tokenHash: string | null
  sealedAnswer: string | null
  refusal: Refusal | null
  expiresAt: Date
}
