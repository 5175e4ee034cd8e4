import type { App } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'

/** A platform's operations on session_keys. Both resolve to `undefined` if it cannot be reached. */
export interface SessionKeyProvider {
  isAlive(app: App, subject: string, key: Secret): Promise<boolean | undefined>
  /** Replaces this key with a new one; `undefined` also if the platform no longer accepts it. */
  reset(app: App, subject: string, key: Secret): Promise<Secret | undefined>
}
