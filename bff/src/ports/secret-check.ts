import type { Secret } from '../domain/secret.ts'
import type { SecretVerdict } from '../domain/secret-verdict.ts'

/** Verifies a secret with its platform before it is stored. */
export interface SecretCheck {
  /** Resolves within 2.5 s; never rejects because of the platform. Has no side effects at the platform that matter. */
  check(appId: string, secret: Secret): Promise<SecretVerdict>
}
