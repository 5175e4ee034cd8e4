import Taro from '@tarojs/taro'
import type { PrivacyGate } from './privacy/types'

/** One permission of a mini program, whose state is in the platform's settings. None of its methods throws. */
export interface ScopedPermission {
  /** Error messages for a refusal differ between phones; the settings do not. */
  isDenied(): Promise<boolean>
  /** Whether using it would not prompt. */
  isGranted(): Promise<boolean>
  /** Opens the settings where a refusal can be reversed; resolves when the person returns. */
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
        // The settings could not be opened: nothing has changed.
      }
    },
  }
}
