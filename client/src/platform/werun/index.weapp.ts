import Taro from '@tarojs/taro'
import { privacy } from '../privacy'
import { createScopedPermission } from '../scoped-permission'
import { permissionPatienceMs, withinPatience } from '../within-patience'
import type { WeRun } from './types'

const { isDenied, isGranted, openSettings } = createScopedPermission('scope.werun', privacy)

export const weRun: WeRun | undefined = {
  async read() {
    if (privacy && !(await privacy.ensure())) return { kind: 'unagreed' }
    try {
      const { encryptedData, iv } = await withinPatience(Taro.getWeRunData(), permissionPatienceMs)
      return { kind: 'sealed', payload: { encryptedData, iv } }
    } catch {
      return { kind: (await isDenied()) ? 'denied' : 'unavailable' }
    }
  },
  isGranted,
  openSettings,
}
