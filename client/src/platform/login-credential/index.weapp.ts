import Taro from '@tarojs/taro'
import { LoginCredentialError } from '../../lib/fault'
import { realCode } from './simulated-code'
import type { LoginCredentials } from './types'

export const credentials: LoginCredentials = {
  async obtain() {
    try {
      const { code } = await Taro.login()
      if (code) return process.env.TARO_APP_SIMULATOR_URL ? await realCode(code) : code
    } catch (cause) {
      throw new LoginCredentialError('login.failed', { cause })
    }
    throw new LoginCredentialError('login.failed')
  },

  async isSessionKeyAlive() {
    try {
      await Taro.checkSession()
      return true
    } catch {
      return false
    }
  },
}
