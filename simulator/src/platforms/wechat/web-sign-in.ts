import { randomBytes } from 'node:crypto'
import { openidOf, unionidOf } from '../../state/people.ts'
import { demand, redeemWithSecret } from './checks.ts'
import { plainText, type WechatEndpoint } from './endpoint.ts'
import { WechatError } from './errors.ts'

// https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
export const webAccessToken: WechatEndpoint = {
  method: 'GET',
  path: '/sns/oauth2/access_token',
  contentType: plainText,
  answer({ query }, world) {
    const grant = redeemWithSecret(world, 'oauth', {
      appId: query.appid,
      secret: query.secret,
      code: query.code,
      grantType: query.grant_type,
    })
    const { app, person, scope } = grant
    const unionid = scope === 'snsapi_userinfo' ? unionidOf(app, person) : undefined
    return {
      access_token: world.webTokens.issue(grant),
      expires_in: 7200,
      refresh_token: randomBytes(66).toString('base64url'),
      openid: openidOf(app, person),
      scope,
      ...(person.isSnapshot === true && { is_snapshotuser: 1 }),
      ...(unionid !== undefined && { unionid }),
    }
  },
}

export const webUserInfo: WechatEndpoint = {
  method: 'GET',
  path: '/sns/userinfo',
  contentType: plainText,
  answer({ query, origin }, world) {
    const check = world.webTokens.check(demand(query.access_token, 41001))
    if (check.standing !== 'valid') throw new WechatError(check.standing === 'expired' ? 42001 : 40001)
    const { app, person, scope } = check.grant
    if (demand(query.openid, 41009) !== openidOf(app, person)) throw new WechatError(40003)
    if (scope !== 'snsapi_userinfo') throw new WechatError(48001)
    const unionid = unionidOf(app, person)
    return {
      openid: openidOf(app, person),
      nickname: person.name,
      sex: 0,
      language: '',
      city: '',
      province: '',
      country: '',
      headimgurl: `${origin}/_sim/avatars/${person.id}.png`,
      privilege: [],
      ...(unionid !== undefined && { unionid }),
    }
  },
}
