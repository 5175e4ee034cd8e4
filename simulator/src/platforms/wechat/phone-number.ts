import { demand, demandAccessToken, redeem } from './checks.ts'
import { json, succeeded, type WechatEndpoint } from './endpoint.ts'
import { WechatError } from './errors.ts'

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
export const phoneNumber: WechatEndpoint = {
  method: 'POST',
  path: '/wxa/business/getuserphonenumber',
  contentType: json,
  answer(call, world) {
    const app = demandAccessToken(world, call)
    const { person } = redeem(world, 'phone', app, demand(call.body.code, 41008))
    if (person.phone === undefined) throw new WechatError(40029)
    return {
      ...succeeded,
      phone_info: {
        phoneNumber: person.phone,
        purePhoneNumber: person.phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(world.clock.now() / 1000), appid: app.appId },
      },
    }
  },
}
