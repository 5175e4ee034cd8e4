import type { App } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'

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
