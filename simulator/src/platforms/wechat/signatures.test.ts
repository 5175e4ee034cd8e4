import { expect, it } from 'vitest'
import { decryptOpenData, encryptOpenData, signRawData, signWithSessionKey } from './signatures.ts'

// Vectors of https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
const encryptedData =
  'CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRgv+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7UL/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFdlqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/XcxxmK01EpqOyuxINew=='
const sessionKey = 'tiihtNczf5v6AKRyjwEUhQ=='

it('signs as in the official example', () => {
  const rawData =
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN","avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAjAtpujxyzYsrztuuICqIM5ibXQ/0"}'
  expect(signRawData(rawData, 'HyVFkGl5F5OQWJZZaNzBBg==')).toBe('75e81ceda165f4ffa64f4068af58c64b8f54b88c')
})

it('decrypts the official example', () => {
  expect(decryptOpenData({ encryptedData, iv: 'r7BXXKkLb8qrSNn05n0qiA==' }, sessionKey)).toMatchObject({
    openId: 'oGZUI0egBJY1zhBYw2KhdUfwVJJE',
    unionId: 'ocMvos6NjeKLIBqg5Mr9QjxrP1FA',
    watermark: { timestamp: 1477314187, appid: 'wx4f4bc4dec97d474b' },
  })
})

it('decrypts what it encrypted, under a fresh iv each time', () => {
  const data = { nickName: '小林', steps: [1, 2, 3] }
  const [first, second] = [encryptOpenData(data, sessionKey), encryptOpenData(data, sessionKey)]
  expect(decryptOpenData(first, sessionKey)).toEqual(data)
  expect(first.iv).not.toBe(second.iv)
})

it('signs a message with the session_key as in the official example', () => {
  expect(signWithSessionKey('{"foo":"bar"}', 'o0q0otL8aEzpcZL/FT9WsQ==')).toBe(
    '654571f79995b2ce1e149e53c0a33dc39c0a74090db514261454e8dbe432aa0b',
  )
})
