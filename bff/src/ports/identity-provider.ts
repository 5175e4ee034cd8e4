import type { Refusal } from '../domain/login-ledger.ts'
import type { App } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'

/** `rid` is the platform's own id of the request, for its support. */
export type ExchangeOutcome =
  | { kind: 'identity'; subject: string; unionSubject: string | null; sessionKey: Secret | null }
  /** The platform answered, but with an identity that must not become an account. */
  | { kind: 'anonymous' }
  | { kind: 'refused'; refusal: Refusal; retryAfterMs?: number; rid?: string | undefined }
  /** Slow, broken, busy or misconfigured: the identity is unknown for now. */
  | { kind: 'unavailable'; rid?: string | undefined }

/** Turns a login code into an identity. */
export interface IdentityProvider {
  /** Resolves within 2.5 s, including retries, and never rejects because of the platform. */
  exchange(app: App, code: string): Promise<ExchangeOutcome>
}
