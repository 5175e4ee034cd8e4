import { errMsgWording } from '../calls.ts'
import { createNavigation } from '../navigation.ts'
import { createNetwork, type NetworkStyle } from '../network.ts'
import type { Platform } from '../phone.ts'
import { createDeviceApi } from '../wx/device.ts'
import { wechat } from '../wx/phone.ts'
import { createProgramApi } from '../wx/program.ts'
import { createScreenApi } from '../wx/screen.ts'
import { createStorageApi } from '../wx/storage.ts'
import { wechatNetwork } from '../wx/wechat-network.ts'
import { createDouyinAccountApi } from './account.ts'

const network = (appId: string): NetworkStyle => ({
  ...wechatNetwork(appId),
  referer: `https://tmaservice.developer.toutiao.com/?appid=${appId}&version=0.0.0`,
})

/** Douyin resembles WeChat; functions that it lacks are absent. */
export const douyin: Platform = {
  ...wechat,
  global: 'tt',
  templates: 'base.ttml',
  wording: errMsgWording,
  // Six digits, with numbers of its own.
  scene: (number) => String(number).padStart(6, '0'),
  createPhone(parts) {
    const { calls, pages, config, lifecycle, events, storage, shown, files, simulator, appId, parse } = parts
    const { request, uploadFile, interrupt } = createNetwork({ ...parts, style: network(appId) })
    const { getAccountInfoSync: _, ...program } = createProgramApi(calls, lifecycle, appId)
    const { getFuzzyLocation: __, getAppBaseInfo: ___, ...device } = createDeviceApi(calls, files, simulator)
    return {
      api: {
        ...program,
        getEnvInfoSync: calls.synchronous('getEnvInfoSync', () => ({
          microapp: { appId, mpVersion: '', envType: 'development' },
          common: { USER_DATA_PATH: 'ttfile://user', location: undefined },
        })),
        ...createDouyinAccountApi(calls, simulator),
        ...createStorageApi(calls, storage, parse),
        ...createNavigation({ pages, calls, ...config }),
        ...device,
        ...createScreenApi(calls, shown),
        ...events.api,
        request,
        uploadFile,
      },
      openType: (type) => void (type === 'share' && parts.share('button')),
      interrupt,
    }
  },
}
