import { errMsgWording } from '../calls.ts'
import { createNavigation } from '../navigation.ts'
import { createNetwork } from '../network.ts'
import type { Platform } from '../phone.ts'
import { createAccountApi } from './account.ts'
import { createCanvasApi } from './canvas.ts'
import { createDeviceApi } from './device.ts'
import { createOpenType } from './open-type.ts'
import { createPrivacyApi } from './privacy.ts'
import { createProgramApi } from './program.ts'
import { createScreenApi } from './screen.ts'
import { createStorageApi } from './storage.ts'
import { createUserFilesApi } from './user-files.ts'
import { wechatNetwork } from './wechat-network.ts'

export const wechat: Platform = {
  global: 'wx',
  templates: 'base.wxml',
  marking: { event: /^(?:capture-)?(?:bind|catch):?(\w+)$/, type: (written) => written.toLowerCase() },
  wording: errMsgWording,
  scene: (number) => number,
  createPhone(parts) {
    const { calls, pages, config, lifecycle, events, storage, shown, files, simulator, appId, baseLibrary, parse } =
      parts
    const network = createNetwork({ ...parts, style: wechatNetwork(appId) })
    const privacy = createPrivacyApi(calls, parts.privacy, parts.privacyUsed)
    return {
      api: {
        ...createProgramApi(calls, lifecycle, appId, baseLibrary),
        ...createAccountApi(calls, simulator, baseLibrary),
        ...createStorageApi(calls, storage, parse),
        ...createNavigation({ pages, calls, ...config }),
        ...createDeviceApi(calls, files, simulator, baseLibrary),
        ...createScreenApi(calls, shown),
        ...createCanvasApi(calls, files, shown.drawn),
        ...createUserFilesApi(calls, shown.files),
        ...privacy.api,
        ...events.api,
        request: network.request,
        uploadFile: network.uploadFile,
      },
      openType: createOpenType({ baseLibrary, calls, files, simulator, privacy, share: parts.share }),
      interrupt: network.interrupt,
    }
  },
}
