import type { App } from '../../domain/registered-app.ts'
import type { Secret } from '../../domain/secret.ts'
import type { Log } from '../../ports/log.ts'
import { tryEachSecret } from '../upstream/try-each-secret.ts'
import { UpstreamError } from '../upstream/upstream.ts'
import type { FetchAccessToken } from './access-token.ts'
import type { AskWeChat, WeChatRequest } from './ask.ts'
import { callOperator, isForOperator, secretErrcode } from './errcode.ts'

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-access-token/api_getstableaccesstoken */
export const stableTokenRequest = (appId: string, secret: Secret, force: boolean): WeChatRequest => ({
  method: 'POST',
  path: '/cgi-bin/stable_token',
  query: {},
  body: { grant_type: 'client_credential', appid: appId, secret: secret.reveal(), force_refresh: force },
})

export function createFetchStableToken(ask: AskWeChat, log: Log): FetchAccessToken {
  return async (app: App, { force, deadline }) => {
    const { appId } = app
    const askWith = (secret: Secret) => ask(stableTokenRequest(appId, secret, force), deadline)
    const { fields, status } = await tryEachSecret(app, askWith, (answer) => answer.status.errcode === secretErrcode)
    const { access_token: token, expires_in: expiresInSeconds } = fields
    if (typeof token === 'string' && token !== '' && typeof expiresInSeconds === 'number') {
      return { token, expiresInMs: expiresInSeconds * 1000 }
    }
    if (isForOperator(status.errcode)) callOperator(log, appId, status)
    throw new UpstreamError(`stable_token errcode ${status.errcode}`)
  }
}
