import type { App } from '../../state/apps.ts'
import { demandAccessToken } from './checks.ts'
import { drawCode } from './draw-code.ts'
import { json, type WechatCall, type WechatEndpoint, WechatImage } from './endpoint.ts'
import { WechatError } from './errors.ts'

const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const versions: readonly unknown[] = ['release', 'trial', 'develop']

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html
export const miniProgramCode: WechatEndpoint = {
  method: 'POST',
  path: '/wxa/getwxacodeunlimit',
  contentType: json,
  answer(call, world) {
    const app = demandAccessToken(world, call)
    if (app.kind !== 'weapp') throw new WechatError(48001)
    const { scene, env_version = 'release' } = call.body
    if (typeof scene !== 'string' || !scenePattern.test(scene)) throw new WechatError(40169)
    demandPage(call, app)
    if (!versions.includes(env_version)) throw new WechatError(40097)
    return new WechatImage('image/svg+xml', drawCode(scene))
  },
}

/** Without a page the code opens the first one; with `check_path`, which is the default, it must be published. */
function demandPage({ body }: WechatCall, { pages }: App): void {
  const { page = '', check_path = true } = body
  if (typeof page !== 'string' || /^\/|[?#]/.test(page)) throw new WechatError(41030)
  const isPublished = page === '' || pages === undefined || pages.includes(page)
  if (check_path !== false && !isPublished) throw new WechatError(41030)
}
