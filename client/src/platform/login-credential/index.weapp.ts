import Taro from '@tarojs/taro'
import { LoginCredentialError } from '../../lib/fault'
import { withinPatience } from '../within-patience'
import { aliveUnlessTold, patienceMs } from './patience'
import { realCode } from './simulated-code'
import type { LoginCredentials } from './types'

export const credentials: LoginCredentials = {
  async obtain() {
    try {
      const { code } = await withinPatience(Taro.login(), patienceMs)
      if (code) return process.env.TARO_APP_SIMULATOR_URL ? await realCode(code) : code
    } catch (cause) {
      throw new LoginCredentialError('login.failed', { cause })
    }
    throw new LoginCredentialError('login.failed')
  },

  isSessionKeyAlive: () =>
    aliveUnlessTold(
      Taro.checkSession().then(
        () => true,
        () => false,
      ),
    ),
}
