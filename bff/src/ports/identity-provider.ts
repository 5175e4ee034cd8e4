import type { Refusal } from '../domain/login-ledger.ts'
import type { App } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'

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
