import { Secret } from '../../domain/secret.ts'
import type { IdentityProvider } from '../../ports/identity-provider.ts'
import { asText } from '../upstream/attempt-exchange.ts'
import type { CodeExchange, ReadSuccess } from './code-exchange.ts'

const sessionKeyBytes = 16

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_code2session */
export function createWeappIdentityProvider(exchange: CodeExchange): IdentityProvider {
  return createProvider(exchange, '/sns/jscode2session', 'js_code', ({ openid, unionid, session_key }) => {
    const subject = asText(openid)
    const sessionKey = asText(session_key)
    if (!subject || !sessionKey || Buffer.from(sessionKey, 'base64').length !== sessionKeyBytes) return undefined
    return { kind: 'identity', subject, unionSubject: asText(unionid), sessionKey: new Secret(sessionKey) }
  })
}

/** https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html */
export function createH5IdentityProvider(exchange: CodeExchange): IdentityProvider {
  return createProvider(exchange, '/sns/oauth2/access_token', 'code', (answer) => {
    // A virtual user of snapshot mode, who must never become an account.
    if (answer.is_snapshotuser === 1) return { kind: 'anonymous' }
    const subject = asText(answer.openid)
    return subject ? { kind: 'identity', subject, unionSubject: asText(answer.unionid), sessionKey: null } : undefined
  })
}

/** Both exchanges are the same GET with a different path and parameter name for the code. */
function createProvider(
  exchange: CodeExchange,
  path: string,
  codeName: string,
  readSuccess: ReadSuccess,
): IdentityProvider {
  return {
    exchange(app, code) {
      const createRequest = (secret: Secret) => ({
        method: 'GET' as const,
        path,
        query: { appid: app.appId, secret: secret.reveal(), [codeName]: code, grant_type: 'authorization_code' },
      })
      return exchange.run(app, createRequest, readSuccess)
    },
  }
}
