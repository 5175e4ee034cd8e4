import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
