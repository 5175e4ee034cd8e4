import type { Refusal } from '../domain/login-ledger.ts'
import type { Secret } from '../domain/secret.ts'

export interface App {
  platform: string
  appId: string
  /** The current one first, then those that are still good beside it. None: nothing can be asked of the platform. */
  secrets: readonly Secret[]
}

/** `rid` is the platform's own id of the request, for its support. */
export type ExchangeOutcome =
  | { kind: 'identity'; subject: string; unionSubject: string | null; sessionKey: Secret | null }
  /** The platform answered, but named nobody an account could be made of. */
  | { kind: 'anonymous' }
  | { kind: 'refused'; refusal: Refusal; retryAfterMs?: number; rid?: string | undefined }
  /** Slow, broken, busy or misconfigured: nobody can tell who this is just now. */
  | { kind: 'unavailable'; rid?: string | undefined }

/** Turns a login code into an identity. */
export interface IdentityProvider {
  /** Answers within 2.5 s, tries included, and never rejects for what the platform does. */
  exchange(app: App, code: string): Promise<ExchangeOutcome>
}

export type PhoneOutcome =
  /** Digits as the platform writes them, with `+` and country code where foreign. */
  | { kind: 'number'; number: Secret }
  /** The code is unknown, of another app, too old or spent. */
  | { kind: 'rejected' }
  /** Slow, broken, misconfigured, or the paid quota is used up. */
  | { kind: 'unavailable' }

/** Turns a phone button's code into a number. */
export interface PhoneProvider {
  /** Within 2.5 s; never rejects for what the platform does. */
  exchange(app: App, code: string): Promise<PhoneOutcome>
}
