import type { App } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'

/** What a platform knows of the session_keys it gave out. Both answer `undefined` when it cannot be asked just now. */
export interface SessionKeyProvider {
  isAlive(app: App, subject: string, key: Secret): Promise<boolean | undefined>
  /** Puts another key in the place of this one; `undefined` also when the platform no longer takes this one. */
  reset(app: App, subject: string, key: Secret): Promise<Secret | undefined>
}
