import type { App } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'

export type PhoneOutcome =
  /** Digits as the platform formats them, with `+` and country code if foreign. */
  | { kind: 'number'; number: Secret }
  /** The code is unknown, of another app, expired or used. */
  | { kind: 'rejected' }
  /** Slow, broken, misconfigured, or the paid quota is used up. */
  | { kind: 'unavailable' }

/** Turns a phone button's code into a number. */
export interface PhoneProvider {
  /** Resolves within 2.5 s; never rejects because of the platform. */
  exchange(app: App, code: string): Promise<PhoneOutcome>
}
