import { randomBytes } from 'node:crypto'
import { demand, demandAccessToken, demandPerson } from './checks.ts'
import { json, succeeded, type WechatEndpoint } from './endpoint.ts'
import { WechatError } from './errors.ts'

// Assumed: nobody outside knows the real lists. These words are what a test needs to meet every verdict.
const verdicts = [
  { word: '违规', suggest: 'risky', label: 20006 },
  { word: '疑似', suggest: 'review', label: 20001 },
] as const
const clean = { word: undefined, suggest: 'pass', label: 100 } as const

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
export const msgSecCheck: WechatEndpoint = {
  method: 'POST',
  path: '/wxa/msg_sec_check',
  contentType: json,
  answer(call, world) {
    const app = demandAccessToken(world, call)
    const content = demand(call.body.content, 44004)
    if (![1, 2, 3, 4].includes(Number(call.body.scene))) throw new WechatError(40129)
    const person = demandPerson(world, app, call.body.openid)
    if (!world.visits.isRecent(app, person)) throw new WechatError(61010)
    const { word, suggest, label } = verdicts.find((verdict) => content.includes(verdict.word)) ?? clean
    return {
      ...succeeded,
      result: { suggest, label },
      detail: [{ strategy: 'keyword', errcode: 0, suggest, label, ...(word !== undefined && { keyword: word }) }],
      trace_id: randomBytes(12).toString('hex'),
    }
  },
}
