import Taro from '@tarojs/taro'
import { privacy } from '../privacy'
import type { WeRun } from './types'

async function setting(): Promise<boolean | undefined> {
  try {
    const { authSetting } = await Taro.getSetting()
    return authSetting['scope.werun']
  } catch {
    return undefined
  }
}

export const weRun: WeRun | undefined = {
  async read() {
    if (privacy && !(await privacy.ensure())) return { kind: 'denied' }
    try {
      const { encryptedData, iv } = await Taro.getWeRunData()
      return { kind: 'sealed', payload: { encryptedData, iv } }
    } catch {
      // Phones word a refusal differently; the setting says it alike on all of them.
      return { kind: (await setting()) === false ? 'denied' : 'unavailable' }
    }
  },
  isGranted: async () => (await setting()) === true && (!privacy || (await privacy.isAgreed())),
  async openSettings() {
    try {
      await Taro.openSetting()
    } catch {
      // Closed without a look: as if nothing had been changed.
    }
  },
}
