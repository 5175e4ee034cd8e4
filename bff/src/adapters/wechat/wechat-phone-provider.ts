import { Secret } from '../../domain/secret.ts'
import type { Log } from '../../ports/log.ts'
import type { PhoneProvider } from '../../ports/phone-provider.ts'
import { UpstreamError } from '../upstream/upstream.ts'
import { errcodes } from './errcode.ts'
import type { CallWithToken } from './token-calls.ts'

const codeErrcodes: ReadonlySet<number> = new Set([errcodes.invalidCode, errcodes.codeUsed])

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/user-info/phone-number/api_getphonenumber */
export function createWeChatPhoneProvider(call: CallWithToken, log: Log): PhoneProvider {
  return {
    async exchange(app, code) {
      const unavailable = (fields: object) =>
        log.warn(
          { event: 'upstream.phone_unavailable', appId: app.appId, ...fields },
          'WeChat returned no phone number',
        )
      try {
        const request = { method: 'POST', path: '/wxa/business/getuserphonenumber', query: {}, body: { code } } as const
        const { fields, status } = await call(app, request)
        const number = (fields.phone_info as { phoneNumber?: unknown } | undefined)?.phoneNumber
        const isNumber = typeof number === 'string' && /^\+?\d{5,20}$/.test(number)
        if (status.errcode === 0 && isNumber) return { kind: 'number', number: new Secret(number) }
        if (codeErrcodes.has(status.errcode)) return { kind: 'rejected' }
        unavailable({ errcode: status.errcode, rid: status.rid })
      } catch (error) {
        unavailable({ reason: error instanceof UpstreamError ? error.reason : 'unexpected' })
      }
      return { kind: 'unavailable' }
    },
  }
}
