import type { App } from '../../state/apps.ts'
import { openidOf, type Person } from '../../state/people.ts'
import type { World } from '../../state/world.ts'
import { demand, demandAccessToken, demandPerson } from './checks.ts'
import { json, succeeded, type WechatCall, type WechatEndpoint } from './endpoint.ts'
import { WechatError } from './errors.ts'
import { signWithSessionKey } from './signatures.ts'

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/checkSessionKey.html
export const checkSession: WechatEndpoint = {
  method: 'GET',
  path: '/wxa/checksession',
  contentType: json,
  answer(call, world) {
    demandProvenKey(call, world)
    return succeeded
  },
}

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/ResetUserSessionKey.html
export const resetUserSessionKey: WechatEndpoint = {
  method: 'GET',
  path: '/wxa/resetusersessionkey',
  contentType: json,
  answer(call, world) {
    const { app, person } = demandProvenKey(call, world)
    return {
      ...succeeded,
      openid: openidOf(app, person),
      session_key: world.sessionKeys.replace(app, person),
    }
  },
}

/** The caller proves knowledge of this person's session_key by signing the empty string with it. */
function demandProvenKey(call: WechatCall, world: World): { app: App; person: Person } {
  const app = demandAccessToken(world, call)
  const person = demandPerson(world, app, demand(call.query.openid, 41009))
  if (call.query.sig_method !== 'hmac_sha256') throw new WechatError(87008)
  const sessionKey = world.sessionKeys.find(app, person)
  if (sessionKey === undefined) throw new WechatError(87007)
  if (signWithSessionKey('', sessionKey) !== call.query.signature) throw new WechatError(87009)
  return { app, person }
}
