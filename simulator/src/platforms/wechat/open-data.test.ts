import { expect, it } from 'vitest'
import { startTestSimulator } from '../../testing/test-simulator.ts'
import { decryptOpenData, type EncryptedData, signRawData } from './signatures.ts'

async function openWith(path: string, fields: object = {}) {
  const simulator = await startTestSimulator()
  const { session_key, openid, unionid } = await simulator.signIn()
  const answer = await simulator.post(path, { user: 'alice', ...fields })
  const opened = decryptOpenData(answer as unknown as EncryptedData, String(session_key)) as Record<string, unknown>
  return { answer, opened, sessionKey: String(session_key), openid, unionid }
}

it('hands out a profile as old clients got it: signed, and encrypted with the ids in it', async () => {
  const { answer, opened, sessionKey, openid, unionid } = await openWith('/_sim/user-profile')
  const userInfo = JSON.parse(String(answer.rawData))
  expect(userInfo).toMatchObject({ nickName: '小林', avatarUrl: expect.stringContaining('qlogo.cn') })
  expect(answer).toMatchObject({ userInfo, signature: signRawData(String(answer.rawData), sessionKey) })
  expect(opened).toEqual({ ...userInfo, openId: openid, unionId: unionid, watermark: expect.anything() })
})

it('names nobody to later clients', async () => {
  const { answer, opened } = await openWith('/_sim/user-profile', { anonymous: true })
  expect(answer.userInfo).toMatchObject({ nickName: '微信用户' })
  expect(opened).not.toHaveProperty('openId')
})

it('counts the steps of 31 days, each from midnight in China', async () => {
  const { stepInfoList } = (await openWith('/_sim/werun')).opened as {
    stepInfoList: { timestamp: number; step: number }[]
  }
  expect(stepInfoList).toHaveLength(31)
  expect(stepInfoList.at(-1)?.timestamp).toBe(Date.UTC(2026, 4, 31, 16) / 1000)
  for (const { timestamp, step } of stepInfoList) {
    expect(timestamp % 86_400).toBe(16 * 3600)
    expect(step).toBeGreaterThanOrEqual(3000)
    expect(Number.isInteger(step)).toBe(true)
  }
})

it('seals the number that the phone button of an early client gives', async () => {
  const { opened } = await openWith('/_sim/sealed-phone')
  expect(opened).toMatchObject({ phoneNumber: '13800000001', countryCode: '86', watermark: expect.anything() })
})
