import { LoginCredentialError } from '../../lib/fault'
import type { LoginCredentials } from './types'

export const credentials: LoginCredentials = {
  obtain: () =>
    new Promise((resolve, reject) => {
      const refuse = (cause?: unknown) => reject(new LoginCredentialError('login.failed', { cause }))
      tt.login({
        // Nobody is made to sign in to Douyin for looking around.
        force: false,
        success: ({ code }) => (code ? resolve(code) : refuse()),
        fail: refuse,
      })
    }),

  isSessionKeyAlive: () =>
    new Promise((resolve) => tt.checkSession({ success: () => resolve(true), fail: () => resolve(false) })),
}
