import { askPlatform } from './ask-platform'
import { simulatedCode } from './simulated-code'
import type { LoginCredentials } from './types'

export const credentials: LoginCredentials = {
  obtain: () =>
    process.env.TARO_APP_SIMULATOR_URL
      ? simulatedCode()
      : askPlatform((give, refuse) =>
          my.getAuthCode({ scopes: 'auth_base', success: ({ authCode }) => give(authCode), fail: refuse }),
        ),

  // Alipay has no session_key.
  isSessionKeyAlive: async () => true,
}
