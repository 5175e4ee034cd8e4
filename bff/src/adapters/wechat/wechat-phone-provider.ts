import { Secret } from '../../domain/secret.ts'
import type { PhoneProvider } from '../../ports/identity-provider.ts'
import type { Log } from '../../ports/log.ts'
import type { AccessTokens } from './access-token.ts'
import { readStatus, tokenErrcodes } from './errcode.ts'
import { type Upstream, UpstreamError } from './upstream.ts'

const flightMs = 3000

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/user-info/phone-number/api_getphonenumber */
export function createWeChatPhoneProvider(upstream: Upstream, tokens: AccessTokens, log: Log): PhoneProvider {
  return {
    async findNumber(app, code) {
      const signal = AbortSignal.timeout(flightMs)
      const ask = (token: string) =>
        upstream.request({
          method: 'POST',
          path: '/wxa/business/getuserphonenumber',
          query: { access_token: token },
          body: { code },
          signal,
        })
      try {
        const token = await tokens.get(app, { signal })
        let answer = await ask(token)
        if (tokenErrcodes.has(readStatus(answer).errcode)) {
          answer = await ask(await tokens.get(app, { signal, refused: token }))
        }
        const { errcode, rid } = readStatus(answer)
        const number = (answer.phone_info as { phoneNumber?: unknown } | undefined)?.phoneNumber
        if (errcode === 0 && typeof number === 'string' && /^\+?\d{5,20}$/.test(number)) return new Secret(number)
        log.warn({ event: 'upstream.phone_unavailable', appId: app.appId, errcode, rid }, 'WeChat gave no phone number')
      } catch (error) {
        const reason = error instanceof UpstreamError ? error.reason : 'unexpected'
        log.warn({ event: 'upstream.phone_unavailable', appId: app.appId, reason }, 'WeChat gave no phone number')
      }
      return undefined
    },
  }
}
