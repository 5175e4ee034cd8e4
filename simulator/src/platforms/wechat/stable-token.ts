import { demand, demandApp } from './checks.ts'
import { json, type WechatEndpoint } from './endpoint.ts'
import { WechatError } from './errors.ts'

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
export const stableToken: WechatEndpoint = {
  method: 'POST',
  path: '/cgi-bin/stable_token',
  contentType: json,
  answer({ body }, world) {
    if (body.grant_type !== 'client_credential') throw new WechatError(40002)
    const app = demandApp(world, demand(body.appid, 41002), demand(body.secret, 41004))
    const issued = body.force_refresh === true ? world.accessTokens.forceRefresh(app) : world.accessTokens.current(app)
    // Assumed: the page gives the quota of 20 a day, not the errcode after it.
    if (issued === undefined) throw new WechatError(45009)
    return { access_token: issued.token, expires_in: issued.expiresInSeconds }
  },
}
