import { createHmac } from 'node:crypto'
import type { App } from '../../domain/registered-app.ts'
import { Secret } from '../../domain/secret.ts'
import type { Log } from '../../ports/log.ts'
import type { SessionKeyProvider } from '../../ports/session-key-provider.ts'
import { UpstreamError } from '../upstream/upstream.ts'
import type { CallWithToken } from './token-calls.ts'

const sessionKeyBytes = 16
/** The key is missing or expired, is not this one, or did not make this signature. */
const deadKeyErrcodes: ReadonlySet<number> = new Set([87007, 87008, 87009])

/**
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/checkSessionKey.html
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/ResetUserSessionKey.html
 */
export function createWeChatSessionKeyProvider(call: CallWithToken, log: Log): SessionKeyProvider {
  /** Calls WeChat with proof of the key; `undefined` if the response says nothing about the key. */
  async function prove(path: string, app: App, openid: string, key: Secret) {
    const unavailable = (fields: object) =>
      log.warn(
        { event: 'upstream.unavailable', appId: app.appId, ...fields },
        'WeChat did not answer a session_key call',
      )
    // The key signs the empty string. The key is used in its base64 form, not decoded.
    const signature = createHmac('sha256', key.reveal()).digest('hex')
    const query = { openid, signature, sig_method: 'hmac_sha256' }
    try {
      const { fields, status } = await call(app, { method: 'GET', path, query })
      if (fields.errcode === 0) return { fields, isAlive: true }
      if (deadKeyErrcodes.has(status.errcode)) return { fields, isAlive: false }
      unavailable({ errcode: status.errcode, rid: status.rid })
    } catch (error) {
      unavailable({ reason: error instanceof UpstreamError ? error.reason : 'unexpected' })
    }
    return undefined
  }

  return {
    async isAlive(app, subject, key) {
      return (await prove('/wxa/checksession', app, subject, key))?.isAlive
    },
    async reset(app, subject, key) {
      const proven = await prove('/wxa/resetusersessionkey', app, subject, key)
      const fresh = proven?.isAlive ? proven.fields.session_key : undefined
      const isKey = typeof fresh === 'string' && Buffer.from(fresh, 'base64').length === sessionKeyBytes
      return isKey ? new Secret(fresh) : undefined
    },
  }
}
