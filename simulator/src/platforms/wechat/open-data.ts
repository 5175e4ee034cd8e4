import type { App } from '../../state/apps.ts'
import { openidOf, type Person, unionidOf } from '../../state/people.ts'
import type { World } from '../../state/world.ts'
import { encryptOpenData, signRawData } from './signatures.ts'

const daysOfSteps = 31
const dayMs = 86_400_000
const chinaOffsetMs = 8 * 3_600_000

/** What `wx` hands to a page: `open` readable and signed, `hidden` and the watermark only under the session_key. */
export function sealOpenData(world: World, app: App, person: Person, open: object, hidden: object = {}) {
  const sessionKey = world.sessionKeys.find(app, person)
  if (sessionKey === undefined) return undefined
  const rawData = JSON.stringify(open)
  const watermark = { timestamp: Math.floor(world.clock.now() / 1000), appid: app.appId }
  return {
    rawData,
    signature: signRawData(rawData, sessionKey),
    ...encryptOpenData({ ...hidden, ...open, watermark }, sessionKey),
  }
}

// Anonymous for everybody since 2022: https://developers.weixin.qq.com/community/develop/doc/00022c683e8a80b29bed2142b56c01
const anonymous = {
  nickName: '微信用户',
  avatarUrl:
    'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132',
}

/** The `userInfo` of wx.getUserProfile, and what is only in its encrypted form. */
export function userProfileOf(app: App, person: Person, isAnonymous: boolean) {
  const named = { nickName: person.name, avatarUrl: `https://thirdwx.qlogo.cn/mmopen/vi_32/${person.id}/132` }
  const unionId = unionidOf(app, person)
  return {
    open: { ...(isAnonymous ? anonymous : named), gender: 0, language: 'zh_CN', city: '', province: '', country: '' },
    hidden: isAnonymous ? {} : { openId: openidOf(app, person), ...(unionId !== undefined && { unionId }) },
  }
}

export const phoneInfo = (phone: string) => ({ phoneNumber: phone, purePhoneNumber: phone, countryCode: '86' })

/** The `stepInfoList` of wx.getWeRunData: 31 days as China counts them, today last, the same figures for everybody. */
export function stepInfoList(now: number): { timestamp: number; step: number }[] {
  const today = now - ((now + chinaOffsetMs) % dayMs)
  return Array.from({ length: daysOfSteps }, (_, index) => {
    const at = today - (daysOfSteps - 1 - index) * dayMs
    return { timestamp: at / 1000, step: 3000 + ((((at + chinaOffsetMs) / dayMs) * 977) % 9000) }
  })
}
