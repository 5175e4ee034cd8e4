import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../domain/app-error.ts'
import { Secret } from '../../domain/secret.ts'
import { createWeChatPushChannel } from './wechat-push-channel.ts'

const appId = 'wxtrailpass0000001'
const token = 'SomeToken'
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const log = { info() {}, warn() {}, error() {} }
const plain = createWeChatPushChannel(appId, { token: new Secret(token), aesKey: null }, log)
const safe = createWeChatPushChannel(appId, { token: new Secret(token), aesKey: new Secret(aesKey) }, log)

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
const signed = (encrypted?: string) => {
  const [timestamp, nonce] = ['1790000000', '7']
  const msg_signature = encrypted === undefined ? {} : { msg_signature: sha1(token, timestamp, nonce, encrypted) }
  return { timestamp, nonce, signature: sha1(token, timestamp, nonce), ...msg_signature }
}

/** Any plaintext under the app's key, padded as given. */
function encrypt(content: Uint8Array): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(content), cipher.final()]).toString('base64')
}

/** What a reader of any bytes may do: understand them, or say 4xx. */
async function isAnsweredWell(reading: Promise<unknown>): Promise<boolean> {
  return reading.then(
    () => true,
    (error) => error instanceof AppError && ['push.rejected', 'request.invalid'].includes(error.code),
  )
}

describe('any bytes at all, signed or not,', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
    fc.string({ unit: 'grapheme' }).map((string) => Buffer.from(string)),
    fc.json().map((json) => Buffer.from(json)),
    fc
      .array(fc.constantFrom('<xml>', '</xml>', '<Event>', '<![CDATA[', ']]>', '&a;', '<__proto__>', 'x'))
      .map((parts) => Buffer.from(parts.join(''))),
  )

  it('are read or refused in plain mode', () =>
    fc.assert(fc.asyncProperty(bytes, (body) => isAnsweredWell(plain.read({ query: signed(), body })))))

  it('are read or refused in safe mode, under the right signature', () =>
    fc.assert(
      fc.asyncProperty(bytes, (content) => {
        const Encrypt = content.toString('base64')
        return isAnsweredWell(safe.read({ query: signed(Encrypt), body: Buffer.from(JSON.stringify({ Encrypt })) }))
      }),
    ))

  it('are read or refused in safe mode, under the right key', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat(255)), (blocks, stream) => {
        const Encrypt = encrypt(Uint8Array.from([...stream.take(blocks * 32)]))
        return isAnsweredWell(safe.read({ query: signed(Encrypt), body: Buffer.from(JSON.stringify({ Encrypt })) }))
      }),
    ))
})

it('understands the sample of the official page, whitespace and all', async () => {
  const body = Buffer.from(`<xml>
    <ToUserName><![CDATA[gh_9df7d78a1234]]></ToUserName>
    <CreateTime>1626959646</CreateTime>
    <Event><![CDATA[wxa_media_check]]></Event>
    <appid><![CDATA[${appId}]]></appid>
    <trace_id><![CDATA[60f96f1d-3845297a-1976a3ae]]></trace_id>
    <errcode>0</errcode>
    <result>
      <suggest>
        <![CDATA[risky]]>
      </suggest>
      <label>20002</label>
    </result>
  </xml>`)
  expect((await plain.read({ query: signed(), body })).notice).toEqual({
    kind: 'verdict',
    traceId: '60f96f1d-3845297a-1976a3ae',
    verdict: 'risky',
  })
})

it('refuses what is sealed for another app under the same key', async () => {
  const message = Buffer.from('{"Event":"user_authorization_cancellation","OpenID":"o1"}')
  const seal = (app: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(message.length)
    const content = Buffer.concat([randomBytes(16), length, message, Buffer.from(app)])
    const padding = 32 - (content.length % 32)
    return encrypt(Buffer.concat([content, Buffer.alloc(padding, padding)]))
  }
  const read = (Encrypt: string) =>
    safe.read({ query: signed(Encrypt), body: Buffer.from(JSON.stringify({ Encrypt })) })
  expect((await read(seal(appId))).notice).toEqual({ kind: 'account-cancelled', subject: 'o1' })
  await expect(read(seal('wx0000000000000000'))).rejects.toMatchObject({ code: 'push.rejected' })
})

describe('a message that WeChat signed', () => {
  const events: object[] = []
  const note = (fields: object) => {
    events.push(fields)
  }
  const listening = createWeChatPushChannel(
    appId,
    { token: new Secret(token), aesKey: null },
    { info: note, warn: note, error: note },
  )
  const read = (fields: object) => listening.read({ query: signed(), body: Buffer.from(JSON.stringify(fields)) })
  const noticeOf = async (fields: object) => (await read(fields)).notice
  const revoke = (RevokeInfo: unknown) => noticeOf({ Event: 'user_authorization_revoke', OpenID: 'o1', RevokeInfo })
  const revoked = (...belongings: string[]) => ({ kind: 'revoked', subject: 'o1', belongings })
  beforeEach(() => {
    events.length = 0
  })

  it.each([
    ['6', ['nickname', 'avatar']],
    ['8', ['phone']],
    ['12', ['steps']],
    ['19', ['nickname']],
    ['20', ['avatar']],
    [20, ['avatar']],
    ['6,20', ['nickname', 'avatar']],
    ['1', []],
    ['1,2,3,4,5,7,13,14,15,16,18', []],
    ['7,8', ['phone']],
  ])('takes back %s', async (numbers, belongings) => {
    expect(await revoke(numbers)).toEqual(revoked(...belongings))
    expect(events).toEqual([])
  })

  it.each([
    ['99', []],
    ['8,99', ['phone']],
    ['', []],
    [undefined, []],
  ])('takes back %s, of which the operator hears', async (numbers, belongings) => {
    expect(await revoke(numbers)).toEqual(revoked(...belongings))
    expect(events).toEqual([{ event: 'operator.attention', appId }])
  })

  it('is told apart by its event and needs to say of whom', async () => {
    expect(await noticeOf({ Event: 'user_info_modified', OpenID: 'o1' })).toEqual({
      kind: 'profile-cleared',
      subject: 'o1',
    })
    expect(await noticeOf({ Event: 'user_authorization_cancellation', OpenID: 'o1' })).toEqual({
      kind: 'account-cancelled',
      subject: 'o1',
    })
    const others = [{ Event: 'subscribe', OpenID: 'o1' }, { Event: 'user_info_modified' }, { OpenID: 'o1' }, {}]
    for (const fields of others) expect(await noticeOf(fields)).toEqual({ kind: 'other' })
  })

  it('tells a verdict, or that there is none', async () => {
    const check = (fields: object) => noticeOf({ Event: 'wxa_media_check', trace_id: 't1', ...fields })
    const verdict = (told: string | null) => ({ kind: 'verdict', traceId: 't1', verdict: told })
    expect(await check({ errcode: 0, result: { suggest: 'pass' } })).toEqual(verdict('pass'))
    expect(await check({ errcode: -1008, result: { suggest: 'pass' } })).toEqual(verdict(null))
    expect(await check({ errcode: 0, result: { suggest: 'maybe' } })).toEqual(verdict(null))
    expect(await check({ result: { suggest: 'pass' } })).toEqual(verdict(null))
  })

  it('is known again by what WeChat names it by', async () => {
    const message = {
      MsgId: 1,
      FromUserName: 'a',
      CreateTime: 2,
      Event: 'e',
      OpenID: 'o',
      RevokeInfo: '8',
      trace_id: 't',
    }
    const { messageId } = await read(message)
    expect((await read({ ...message, ToUserName: 'elsewhere' })).messageId).toBe(messageId)
    for (const name of Object.keys(message)) {
      expect((await read({ ...message, [name]: 'other' })).messageId).not.toBe(messageId)
    }
  })

  it('is refused for another app, under whichever name', async () => {
    for (const name of ['AppID', 'appid']) {
      expect(await noticeOf({ [name]: appId })).toEqual({ kind: 'other' })
      await expect(read({ [name]: 'wx0000000000000000' })).rejects.toMatchObject({ code: 'push.rejected' })
    }
    expect(events.at(-1)).toEqual({ event: 'push.rejected', appId, reason: 'app' })
  })

  it('greets who signs, with the words they sent', () => {
    expect(listening.greet({ ...signed(), echostr: 'hello' })).toEqual({
      sentAt: new Date(1_790_000_000_000),
      echo: 'hello',
    })
    expect(listening.greet(signed()).echo).toBe('')
    expect(() => listening.greet({ ...signed(), signature: 'x' })).toThrow(AppError)
    expect(() => listening.greet({})).toThrow(AppError)
    expect(events.at(-1)).toEqual({ event: 'push.rejected', appId, reason: 'signature' })
  })
})
