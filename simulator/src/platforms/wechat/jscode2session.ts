import { openidOf, unionidOf } from '../../state/people.ts'
import { redeemWithSecret } from './checks.ts'
import { plainText, type WechatEndpoint } from './endpoint.ts'
import { WechatError } from './errors.ts'

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
export const jscode2session: WechatEndpoint = {
  method: 'GET',
  path: '/sns/jscode2session',
  contentType: plainText,
  answer({ query }, world) {
    const { app, person } = redeemWithSecret(world, 'login', {
      appId: query.appid,
      secret: query.secret,
      code: query.js_code,
      grantType: query.grant_type,
    })
    if (!world.visits.admitLogin(app, person)) throw new WechatError(45011)
    const sessionKey = world.sessionKeys.find(app, person) ?? world.sessionKeys.refresh(app, person)
    const unionid = unionidOf(app, person)
    return { session_key: sessionKey, openid: openidOf(app, person), ...(unionid !== undefined && { unionid }) }
  },
}
