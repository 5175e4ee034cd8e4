import { beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../domain/registered-app.ts'
import { Secret } from '../../domain/secret.ts'
import { UpstreamError } from '../upstream/upstream.ts'
import type { WeChatRequest } from './ask.ts'
import { readStatus } from './errcode.ts'
import { createFetchStableToken } from './stable-token.ts'
import type { CallWithToken } from './token-calls.ts'
import { createWeChatContentCheck } from './wechat-content-check.ts'
import { createWeChatPhoneProvider } from './wechat-phone-provider.ts'
import { createWeChatSessionKeyProvider } from './wechat-session-key-provider.ts'

const appId = 'wxtrailpass0000001'
const app = { platform: 'weapp', appId, secrets: [new Secret('current'), new Secret('former')] } as unknown as App
const key = new Secret(Buffer.alloc(16, 7).toString('base64'))
const errmsg = 'something rid: 60f96f1d-3845297a'
const rid = '60f96f1d-3845297a'

let asked: WeChatRequest[]
let logged: object[]
const note = (fields: object) => {
  logged.push(fields)
}
const log = { info: note, warn: note, error: note }
beforeEach(() => {
  asked = []
  logged = []
})

/** What WeChat answers from here on; an Error is thrown. */
function answering(answer: Record<string, unknown> | Error) {
  return async (request: WeChatRequest) => {
    asked.push(request)
    if (answer instanceof Error) throw answer
    return { fields: answer, status: readStatus(answer), wasBusy: false }
  }
}
const call = (answer: Record<string, unknown> | Error): CallWithToken => {
  const answers = answering(answer)
  return (_, request) => answers(request)
}
const broken = new UpstreamError('timeout')

describe('a phone number', () => {
  const exchange = (answer: Record<string, unknown> | Error) =>
    createWeChatPhoneProvider(call(answer), log).exchange(app, 'code-1')
  const withNumber = (phoneNumber: unknown, errcode = 0) => exchange({ errcode, phone_info: { phoneNumber } })
  const unavailable = (fields: object) => [{ event: 'upstream.phone_unavailable', appId, ...fields }]

  it.each(['13800138000', '+85291234567', '12345', '1'.repeat(20)])('%s is taken', async (number) => {
    const outcome = await withNumber(number)
    expect(outcome.kind === 'number' && outcome.number.reveal()).toBe(number)
    expect(asked).toEqual([
      { method: 'POST', path: '/wxa/business/getuserphonenumber', query: {}, body: { code: 'code-1' } },
    ])
    expect(logged).toEqual([])
  })

  it.each([undefined, '', 13800138000, '1234', '1'.repeat(21), '138 0013 8000', 'x13800138000', '13800138000x'])(
    '%s is none',
    async (number) => {
      expect(await withNumber(number)).toEqual({ kind: 'unavailable' })
      expect(logged).toEqual(unavailable({ errcode: 0, rid: undefined }))
    },
  )

  it('without phone_info is none', async () => {
    expect(await exchange({ errcode: 0 })).toEqual({ kind: 'unavailable' })
  })

  it.each([40029, 40163])('is refused for the code with %i', async (errcode) => {
    expect(await withNumber('13800138000', errcode)).toEqual({ kind: 'rejected' })
    expect(logged).toEqual([])
  })

  it('is not to be had while WeChat refuses or is away', async () => {
    expect(await exchange({ errcode: 1400001, errmsg, phone_info: { phoneNumber: '13800138000' } })).toEqual({
      kind: 'unavailable',
    })
    expect(await exchange(broken)).toEqual({ kind: 'unavailable' })
    expect(await exchange(new Error('a fault of ours'))).toEqual({ kind: 'unavailable' })
    expect(logged).toEqual([
      ...unavailable({ errcode: 1400001, rid }),
      ...unavailable({ reason: 'timeout' }),
      ...unavailable({ reason: 'unexpected' }),
    ])
  })
})

describe('a verdict', () => {
  const judge = (answer: Record<string, unknown> | Error) =>
    createWeChatContentCheck(call(answer), log).judgeText(app, 'o1', 'words')
  const show = (answer: Record<string, unknown> | Error) =>
    createWeChatContentCheck(call(answer), log).askAboutImage(app, 'o1', 'https://a.example/1.webp')
  const unchecked = (fields: object) => [{ event: 'upstream.content_unchecked', appId, ...fields }]

  it.each(['pass', 'review', 'risky'])('of words may be %s', async (suggest) => {
    expect(await judge({ errcode: 0, result: { suggest } })).toBe(suggest)
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/wxa/msg_sec_check',
        query: {},
        body: { version: 2, scene: 1, openid: 'o1', content: 'words' },
      },
    ])
    expect(logged).toEqual([])
  })

  it.each([undefined, null, 'pass', {}, { suggest: 'maybe' }, { suggest: null }])(
    'of words is not in %s',
    async (result) => expect(await judge({ errcode: 0, result })).toBe('unavailable'),
  )

  it('of a picture comes later, under a trace', async () => {
    expect(await show({ errcode: 0, trace_id: 't1' })).toEqual({ traceId: 't1' })
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/wxa/media_check_async',
        query: {},
        body: { version: 2, scene: 1, openid: 'o1', media_url: 'https://a.example/1.webp', media_type: 2 },
      },
    ])
    for (const trace_id of [undefined, '', 7]) expect(await show({ errcode: 0, trace_id })).toBe('unavailable')
  })

  it('waits for whoever has not been there of late', async () => {
    expect([await judge({ errcode: 61010 }), await show({ errcode: 61010 })]).toEqual(['unvisited', 'unvisited'])
    expect(logged).toEqual([])
  })

  it('is not to be had while WeChat refuses or is away', async () => {
    for (const answer of [{ errcode: 44991, errmsg }, broken, new Error('a fault of ours')]) {
      expect([await judge(answer), await show(answer)]).toEqual(['unavailable', 'unavailable'])
    }
    const refused = unchecked({ errcode: 44991, rid })
    const away = unchecked({ reason: 'timeout' })
    const fault = unchecked({ reason: 'unexpected' })
    expect(logged).toEqual([...refused, ...refused, ...away, ...away, ...fault, ...fault])
  })
})

describe('a session_key', () => {
  const provider = (answer: Record<string, unknown> | Error) => createWeChatSessionKeyProvider(call(answer), log)

  it('is alive, dead, or of unknown state', async () => {
    expect(await provider({ errcode: 0 }).isAlive(app, 'o1', key)).toBe(true)
    for (const errcode of [87007, 87008, 87009]) {
      expect(await provider({ errcode }).isAlive(app, 'o1', key)).toBe(false)
    }
    expect(logged).toEqual([])
    for (const answer of [{ errcode: 40003, errmsg }, {}, broken, new Error('a fault of ours')]) {
      expect(await provider(answer).isAlive(app, 'o1', key)).toBeUndefined()
    }
    expect(logged).toEqual([
      { event: 'upstream.unavailable', appId, errcode: 40003, rid },
      { event: 'upstream.unavailable', appId, errcode: 0, rid: undefined },
      { event: 'upstream.unavailable', appId, reason: 'timeout' },
      { event: 'upstream.unavailable', appId, reason: 'unexpected' },
    ])
  })

  it('is made anew, sixteen bytes long, by who has a living one', async () => {
    const fresh = Buffer.alloc(16, 9).toString('base64')
    expect((await provider({ errcode: 0, session_key: fresh }).reset(app, 'o1', key))?.reveal()).toBe(fresh)
    expect(asked[0]).toMatchObject({ path: '/wxa/resetusersessionkey', query: { openid: 'o1' } })
    for (const answer of [
      { errcode: 87009, session_key: fresh },
      { errcode: 0, session_key: Buffer.alloc(15).toString('base64') },
      { errcode: 0, session_key: 16 },
      { errcode: 0 },
    ]) {
      expect(await provider(answer).reset(app, 'o1', key)).toBeUndefined()
    }
  })
})

describe('an access token', () => {
  const fetchWith = (answer: Record<string, unknown> | Error) =>
    createFetchStableToken(answering(answer), log)(app, { force: false, deadline: AbortSignal.timeout(1000) })

  it('comes with its time', async () => {
    expect(await fetchWith({ access_token: 'a', expires_in: 7200 })).toEqual({ token: 'a', expiresInMs: 7_200_000 })
    expect(asked).toHaveLength(1)
  })

  it.each([
    { access_token: '', expires_in: 7200 },
    { access_token: 1, expires_in: 7200 },
    { access_token: 'a', expires_in: '7200' },
    { access_token: 'a' },
    {},
  ])('is none in %o', async (answer) => {
    await expect(fetchWith(answer)).rejects.toMatchObject({ reason: 'stable_token errcode 0' })
    expect(logged).toEqual([])
  })

  it('is asked for with the former secret too, and the operator is called when neither is right', async () => {
    await expect(fetchWith({ errcode: 40125, errmsg })).rejects.toMatchObject({ reason: 'stable_token errcode 40125' })
    expect(asked.map(({ body }) => (body as { secret: string }).secret)).toEqual(['current', 'former'])
    expect(logged).toEqual([{ event: 'operator.attention', appId, errcode: 40125, rid, ip: undefined }])
  })

  it('is not asked for again where the secret is not what was refused', async () => {
    await expect(fetchWith({ errcode: 45011 })).rejects.toMatchObject({ reason: 'stable_token errcode 45011' })
    expect(asked).toHaveLength(1)
    expect(logged).toEqual([])
  })
})

describe('the status of an answer', () => {
  it('names the address that is not allowed, of either kind, and no part of the request id', () => {
    const at = (message: string, errcode = 40164) =>
      readStatus({ errcode, errmsg: `${message} rid: 1.2.3.4-abcdef` }).ip
    expect(at('invalid ip 203.0.113.77 ipv6 ::ffff:203.0.113.77, not in whitelist')).toBe('203.0.113.77')
    expect(at('invalid ip 2001:db8::17, not in whitelist')).toBe('2001:db8::17')
    expect(at('not in whitelist')).toBeUndefined()
    expect(at('invalid ip 203.0.113.77', 40013)).toBeUndefined()
  })

  it('takes what is no number for an unknown failure, and nothing for success', () => {
    expect(readStatus({ errcode: '0' }).errcode).toBeNaN()
    expect(readStatus({}).errcode).toBe(0)
    expect(readStatus({ errcode: 1, errmsg: 7 })).toEqual({ errcode: 1, rid: undefined, ip: undefined })
  })
})
