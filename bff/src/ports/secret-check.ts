import type { Secret } from '../domain/secret.ts'
import type { SecretVerdict } from '../domain/secret-verdict.ts'

/** Asks a platform whether a secret is an app's, before it is kept. */
export interface SecretCheck {
  /** Within 2.5 s; never rejects for what the platform does. Changes nothing at the platform that anybody relies on. */
  check(appId: string, secret: Secret): Promise<SecretVerdict>
}
