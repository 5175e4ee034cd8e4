import type { Refusal } from '../domain/login-ledger.ts'
import type { Secret } from '../domain/secret.ts'

export interface App {
  platform: string
  appId: string
  secret: Secret
}

export type ExchangeOutcome =
  | { kind: 'identity'; subject: string; unionSubject: string | null; sessionKey: Secret | null }
  /** The platform answered, but named nobody an account could be made of. */
  | { kind: 'anonymous' }
  | { kind: 'refused'; refusal: Refusal; retryAfterMs?: number }
  /** Slow, broken, busy or misconfigured: nobody can tell who this is just now. */
  | { kind: 'unavailable' }

/** Turns a login code into an identity. */
export interface IdentityProvider {
  /** Answers within 3 s, tries included, and never rejects for what the platform does. */
  exchange(app: App, code: string): Promise<ExchangeOutcome>
}

/** Turns a phone button's code into a number. */
export interface PhoneProvider {
  /** E.164-like digits with country code, or `undefined` when it could not be had. Never rejects. */
  findNumber(app: App, code: string): Promise<Secret | undefined>
}
