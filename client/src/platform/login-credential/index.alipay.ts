import { LoginCredentialError } from '../../lib/fault'
import type { LoginCredentials } from './types'

export const credentials: LoginCredentials = {
  obtain: () =>
    new Promise((resolve, reject) => {
      const refuse = (cause?: unknown) => reject(new LoginCredentialError('login.failed', { cause }))
      my.getAuthCode({
        scopes: 'auth_base',
        success: ({ authCode }) => (authCode ? resolve(authCode) : refuse()),
        fail: refuse,
      })
    }),

  // Alipay has no session_key.
  isSessionKeyAlive: async () => true,
}
