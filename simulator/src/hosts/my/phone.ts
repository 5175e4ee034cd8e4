import { createNavigation } from '../navigation.ts'
import { createNetwork } from '../network.ts'
import type { Platform } from '../phone.ts'
import { createProgramApi } from '../wx/program.ts'
import { createAlipayDeviceApi } from './device.ts'
import { alipayNetwork } from './network.ts'
import { createAlipayScreenApi } from './screen.ts'
import { createAlipayStorageApi } from './storage.ts'
import { alipayWording } from './wording.ts'

export const alipay: Platform = {
  global: 'my',
  // Observed: phones know only swuserAgent.
  globals: () => ({ navigator: { swuserAgent: 'AlipayClient' } }),
  templates: 'base.axml',
  // onTap, catchTouchMove: the event type is the rest, with a lower-case first letter.
  marking: { event: /^(?:on|catch)(\w+)$/, type: (written) => written.charAt(0).toLowerCase() + written.slice(1) },
  wording: alipayWording,
  // https://opendocs.alipay.com/mini/framework/scene: text, the numbers mean what they mean in WeChat for scans.
  scene: String,
  createPhone(parts) {
    const { calls, pages, config, lifecycle, events, storage, shown, files, simulator, appId, parse } = parts
    const network = createNetwork({ ...parts, style: alipayNetwork(appId) })
    const { getAccountInfoSync: _, nextTick: __, ...program } = createProgramApi(calls, lifecycle, appId)
    return {
      api: {
        ...program,
        SDKVersion: '2.9.20',
        getAppIdSync: calls.synchronous('getAppIdSync', () => ({ appId })),
        getAuthCode: calls.asynchronous('getAuthCode', async () => ({ authCode: (await simulator.login()).code })),
        ...createAlipayStorageApi(calls, storage, parse),
        ...createNavigation({ pages, calls, ...config }),
        ...createAlipayDeviceApi(calls, files, simulator),
        ...createAlipayScreenApi(calls, shown),
        ...events.api,
        request: network.request,
        uploadFile: network.uploadFile,
      },
      openType: (type) => void (type === 'share' && parts.share('button')),
      interrupt: network.interrupt,
    }
  },
}
