import { createCipheriv, createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../../test/support/wild-text.ts'
import { Secret } from '../../domain/secret.ts'
import { decryptOpenData, isSigned } from './open-data.ts'
import { wechatPayloadReader } from './wechat-payload-reader.ts'

// https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
const official = {
  appId: 'wx4f4bc4dec97d474b',
  key: new Secret('tiihtNczf5v6AKRyjwEUhQ=='),
  iv: 'r7BXXKkLb8qrSNn05n0qiA==',
  encryptedData:
    'CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew==',
}
const signed = {
  key: new Secret('HyVFkGl5F5OQWJZZaNzBBg=='),
  rawData:
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}',
  signature: '75e81ceda165f4ffa64f4068af58c64b8f54b88c',
}

const key = new Secret(Buffer.alloc(16, 7).toString('base64'))
const iv = Buffer.alloc(16, 9)
function encrypt(text: Buffer | string, padded = true) {
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(key.reveal(), 'base64'), iv).setAutoPadding(padded)
  const sealed = Buffer.concat([cipher.update(text), cipher.final()])
  return { encryptedData: sealed.toString('base64'), iv: iv.toString('base64') }
}

it('opens what the official page encrypted', () => {
  expect(decryptOpenData(official, official.key)).toMatchObject({
    openId: 'oGZUI0egBJY1zhBYw2KhdUfwVJJE',
    unionId: 'ocMvos6NjeKLIBqg5Mr9QjxrP1FA',
    nickName: 'Band',
    watermark: { appid: official.appId, timestamp: 1477314187 },
  })
})

it('takes what the official page signed, and nothing near it', () => {
  expect(isSigned(signed, signed.key)).toBe(true)
  const { rawData, signature } = signed
  expect(isSigned({ rawData: rawData.replace('1', '2'), signature }, signed.key)).toBe(false)
  expect(isSigned(signed, official.key)).toBe(false)
  for (const other of ['', signature.toUpperCase(), `${signature}0`, signature.slice(1), '签名'.repeat(14)]) {
    expect(isSigned({ rawData, signature: other }, signed.key)).toBe(false)
  }
})

it.each([0, 1, 15, 16, 17, 31, 32, 100])('opens an object with %i more characters in it', (length) => {
  const content = { text: 'x'.repeat(length) }
  expect(decryptOpenData(encrypt(JSON.stringify(content)), key)).toEqual(content)
})

it.each<[string, ReturnType<typeof encrypt>]>([
  ['a padding of nought', encrypt(`{"text":"abcdef${'\0'.repeat(1)}`.padEnd(16, '\0'), false)],
  ['a padding longer than a block', encrypt(Buffer.concat([Buffer.from('{}'), Buffer.alloc(14, 17)]), false)],
  [
    'a padding of unequal bytes',
    encrypt(Buffer.concat([Buffer.from('{}'), Buffer.alloc(13, 1), Buffer.of(14)]), false),
  ],
  ['a list', encrypt('[]')],
  ['null', encrypt('null')],
  ['no JSON', encrypt('{"text":')],
  ['no UTF-8', encrypt(Buffer.from('{"text":"\xff"}', 'latin1'))],
  ['nothing', { ...encrypt('{}'), encryptedData: '' }],
  ['half a block', { ...encrypt('{}'), encryptedData: encrypt('{}').encryptedData.slice(0, 12) }],
  ['another alphabet', { ...encrypt('{}'), encryptedData: `${encrypt('{}').encryptedData}\n` }],
  ['a short iv', { ...encrypt('{}'), iv: 'AAAA' }],
])('opens nothing of %s', (_, payload) => {
  expect(decryptOpenData(payload, key)).toBeUndefined()
})

it('reads a phone number of its own app only', () => {
  const payload = encrypt(JSON.stringify({ phoneNumber: '13800000001', watermark: { appid: 'wx1', timestamp: 1 } }))
  const read = (appId: string) => wechatPayloadReader.readPhone({ appId, subject: 'o1' }, payload, key)
  expect(read('wx1')?.value.reveal()).toBe('13800000001')
  expect(read('wx1')?.madeAt).toEqual(new Date(1000))
  expect(read('wx2')).toBeUndefined()
})

it.each([
  ['more than 31 days', Array.from({ length: 32 }, () => ({ timestamp: 1, step: 1 }))],
  ['a part of a step', [{ timestamp: 1, step: 0.5 }]],
  ['steps backwards', [{ timestamp: 1, step: -1 }]],
  ['a day without a date', [{ step: 1 }]],
  ['null', [null]],
  ['no list', { timestamp: 1, step: 1 }],
])('reads no steps of %s', (_, stepInfoList) => {
  const payload = encrypt(JSON.stringify({ stepInfoList, watermark: { appid: 'wx1', timestamp: 1 } }))
  expect(wechatPayloadReader.readSteps({ appId: 'wx1', subject: 'o1' }, payload, key)).toBeUndefined()
})

describe('any bytes', () => {
  const anyText = fc.oneof(wildText(), fc.base64String(), fc.json())

  it('that are an object come back as it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const text = JSON.stringify(content)
        expect(decryptOpenData(encrypt(text), key)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('in the place of payload and iv open nothing, and throw nothing', () => {
    fc.assert(
      fc.property(anyText, anyText, (encryptedData, other) => {
        expect(decryptOpenData({ encryptedData, iv: other }, key)).toBeUndefined()
      }),
    )
  })

  it('under the right key are an object or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (bytes, padded) => {
        const whole = padded ? bytes : bytes.subarray(0, bytes.length - (bytes.length % 16))
        const opened = decryptOpenData(encrypt(Buffer.from(whole), padded), key)
        expect(opened === undefined || (typeof opened === 'object' && !Array.isArray(opened))).toBe(true)
      }),
    )
  })

  it('are signed in one way only', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.nat(39),
        fc.string({ minLength: 1, maxLength: 1 }),
        (rawData, any, at, other) => {
          const signature = createHash('sha1')
            .update(rawData + key.reveal())
            .digest('hex')
          expect(isSigned({ rawData, signature }, key)).toBe(true)
          const altered = signature.slice(0, at) + other + signature.slice(at + 1)
          expect(isSigned({ rawData, signature: altered }, key)).toBe(altered === signature)
          expect(isSigned({ rawData, signature: any }, key)).toBe(false)
          expect(isSigned({ rawData: `${rawData}${any}`, signature }, key)).toBe(any === '')
        },
      ),
    )
  })
})
