import { Secret } from '../../domain/secret.ts'
import type { IdentityProvider } from '../../ports/identity-provider.ts'
import type { CodeExchange, ReadSuccess } from './code-exchange.ts'
import type { Upstream } from './upstream.ts'

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const sessionKeyBytes = 16

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/user-login/api_code2session */
export function createWeappIdentityProvider(upstream: Upstream, exchange: CodeExchange): IdentityProvider {
  return createProvider(upstream, exchange, '/sns/jscode2session', 'js_code', ({ openid, unionid, session_key }) => {
    const subject = asText(openid)
    const sessionKey = asText(session_key)
    if (!subject || !sessionKey || Buffer.from(sessionKey, 'base64').length !== sessionKeyBytes) return undefined
    return { kind: 'identity', subject, unionSubject: asText(unionid), sessionKey: new Secret(sessionKey) }
  })
}

/** https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html */
export function createH5IdentityProvider(upstream: Upstream, exchange: CodeExchange): IdentityProvider {
  return createProvider(upstream, exchange, '/sns/oauth2/access_token', 'code', (answer) => {
    // A virtual person of the snapshot mode: never to become an account.
    if (answer.is_snapshotuser === 1) return { kind: 'anonymous' }
    const subject = asText(answer.openid)
    return subject ? { kind: 'identity', subject, unionSubject: asText(answer.unionid), sessionKey: null } : undefined
  })
}

/** Both exchanges are one GET that differs in its path and in what the code is called. */
function createProvider(
  upstream: Upstream,
  exchange: CodeExchange,
  path: string,
  codeName: string,
  readSuccess: ReadSuccess,
): IdentityProvider {
  return {
    exchange({ appId, secret }, code) {
      const query = { appid: appId, secret: secret.reveal(), [codeName]: code, grant_type: 'authorization_code' }
      return exchange.run(appId, (signal) => upstream.request({ method: 'GET', path, query, signal }), readSuccess)
    },
  }
}
