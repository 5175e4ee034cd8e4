import { isDeepStrictEqual } from 'node:util'
import { dayOf } from '../../domain/day.ts'
import type { StepDay } from '../../domain/payload.ts'
import { Secret } from '../../domain/secret.ts'
import type { Opened, PayloadReader, PayloadSubject, SealedPayload } from '../../ports/payload-reader.ts'
import { decryptOpenData, isSigned, parseObject } from './open-data.ts'

/** The nickname that WeChat returns for everyone since 2022-11-08. */
const anonymousNickname = '微信用户'
const daysOfSteps = 31
/** WeChat's days use China's time zone, wherever a trail is. */
const weRunTimeZone = 'Asia/Shanghai'
/** Far above WeChat's own maximum. */
const mostSteps = 1_000_000

type Content = Record<string, unknown>

/** https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html */
export const wechatPayloadReader: PayloadReader = {
  readProfile(about, payload, key) {
    const isGenuine = isSigned(payload, key)
    const raw = parseObject(payload.rawData)
    const opened = open(about, payload, key, ({ openId, unionId: _, ...content }) => {
      // The encryption has no MAC, but the signature does: only fields on which both copies agree are trusted.
      const isOurs = openId === undefined || openId === about.subject
      return isOurs && isDeepStrictEqual(content, raw) ? readNickname(content) : undefined
    })
    return isGenuine ? opened : undefined
  },

  // https://developers.weixin.qq.com/miniprogram/dev/api/open-api/werun/wx.getWeRunData.html
  readSteps: (about, payload, key) =>
    open(about, payload, key, ({ stepInfoList }) => {
      if (!Array.isArray(stepInfoList) || stepInfoList.length > daysOfSteps) return undefined
      const days = stepInfoList.map(readStepDay)
      return days.includes(undefined) ? undefined : (days as StepDay[])
    }),

  // https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/deprecatedGetPhoneNumber.html
  readPhone: (about, payload, key) =>
    open(about, payload, key, ({ phoneNumber }) =>
      typeof phoneNumber === 'string' && /^\+?\d{5,20}$/.test(phoneNumber) ? new Secret(phoneNumber) : undefined,
    ),
}

function open<Value>(
  { appId }: PayloadSubject,
  payload: SealedPayload,
  key: Secret,
  read: (content: Content) => Value | undefined,
): Opened<Value> | undefined {
  const { watermark, ...content } = decryptOpenData(payload, key) ?? {}
  const { appid, timestamp } = (typeof watermark === 'object' && watermark !== null ? watermark : {}) as Content
  const value = read(content)
  if (appid !== appId || typeof timestamp !== 'number' || value === undefined) return undefined
  return { value, madeAt: new Date(timestamp * 1000) }
}

function readNickname({ nickName }: Content) {
  if (typeof nickName !== 'string') return undefined
  return { nickname: nickName === anonymousNickname || nickName === '' ? null : nickName }
}

function readStepDay(entry: unknown): StepDay | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const { timestamp, step } = entry as Content
  if (!isWhole(timestamp, 1e10) || !isWhole(step, mostSteps)) return undefined
  return { day: dayOf(new Date(timestamp * 1000), weRunTimeZone), steps: step }
}

const isWhole = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most
