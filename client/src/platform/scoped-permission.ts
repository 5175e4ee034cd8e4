import Taro from '@tarojs/taro'
import type { PrivacyGate } from './privacy/types'

/** One permission of a mini program, whose settings know what the person said. None of it throws. */
export interface ScopedPermission {
  /** Phones word a refusal differently; the settings say it alike on all of them. */
  isDenied(): Promise<boolean>
  /** Whether using it would ask nobody. */
  isGranted(): Promise<boolean>
  /** Where a refusal is taken back; resolves when the person returns. */
  openSettings(): Promise<void>
}

/** `scope`: the platform's name for the permission in its settings. `privacy`: its gate before what is personal. */
export function createScopedPermission(
  scope: string,
  privacy?: Pick<PrivacyGate, 'isAgreed'> | undefined,
): ScopedPermission {
  async function setting(): Promise<boolean | undefined> {
    try {
      const { authSetting } = await Taro.getSetting()
      return (authSetting as Record<string, boolean | undefined>)[scope]
    } catch {
      return undefined
    }
  }

  return {
    isDenied: async () => (await setting()) === false,
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
