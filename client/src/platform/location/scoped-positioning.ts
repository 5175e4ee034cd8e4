import Taro from '@tarojs/taro'
import type { PrivacyGate } from '../privacy/types'
import { withinPatience } from '../within-patience'
import { patienceMs } from './patience'
import type { Positioning } from './types'

interface ScopedPositioning {
  /** The platform's name for this permission in its settings. */
  scope: string
  kind: 'precise' | 'fuzzy'
  /** Alipay gives its degrees as text. */
  obtain(): Promise<{ latitude: number | string; longitude: number | string }>
  /** The platform's gate before what is personal; reading it is not held against anybody's patience. */
  privacy?: Pick<PrivacyGate, 'ensure' | 'isAgreed'> | undefined
}

/** Positioning in a mini program, whose settings know what the person said. */
export function createScopedPositioning({ scope, kind, obtain, privacy }: ScopedPositioning): Positioning {
  async function setting(): Promise<boolean | undefined> {
    try {
      const { authSetting } = await Taro.getSetting()
      return (authSetting as Record<string, boolean | undefined>)[scope]
    } catch {
      return undefined
    }
  }

  return {
    async locate() {
      if (privacy && !(await privacy.ensure())) return { kind: 'unagreed' }
      try {
        const { latitude, longitude } = await withinPatience(obtain(), patienceMs)
        return { kind, latitude: Number(latitude), longitude: Number(longitude) }
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
}
