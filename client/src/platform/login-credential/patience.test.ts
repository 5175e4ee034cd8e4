import Taro from '@tarojs/taro'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { credentials as alipay } from './index.alipay'
import { credentials as douyin } from './index.tt'
import { credentials as weapp } from './index.weapp'
import { askedPatienceMs, patienceMs } from './patience'

const silent = () => {}
const platforms = { weapp, alipay, douyin }
const names = Object.keys(platforms) as (keyof typeof platforms)[]

beforeEach(() => {
  vi.useFakeTimers()
  vi.mocked(Taro.login).mockReturnValue(new Promise(silent))
  vi.mocked(Taro.checkSession).mockReturnValue(new Promise(silent))
  vi.stubGlobal('my', { getAuthCode: silent })
  vi.stubGlobal('tt', { login: silent, checkSession: silent })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetAllMocks()
})

/** What came of it once this time has passed. */
async function after<Value>(ms: number, answer: Promise<Value>): Promise<Value | 'pending' | Error> {
  const outcome = answer.catch((error: Error) => error)
  await vi.advanceTimersByTimeAsync(ms)
  return Promise.race([outcome, Promise.resolve('pending' as const)])
}

describe.each(names)('%s, when it never calls back,', (name) => {
  const credentials = platforms[name]

  it('has refused the login in the end', async () => {
    const code = credentials.obtain({ asked: false })
    expect(await after(patienceMs - 1, code)).toBe('pending')
    expect(await after(1, code)).toMatchObject({ fault: 'login.failed' })
  })

  it('has said nothing against the session_key', async () => {
    expect(await after(patienceMs, credentials.isSessionKeyAlive())).toBe(true)
  })
})

it('waits longer for somebody whom Douyin asks to sign in', async () => {
  const code = douyin.obtain({ asked: true })
  expect(await after(patienceMs, code)).toBe('pending')
  expect(await after(askedPatienceMs - patienceMs, code)).toMatchObject({ fault: 'login.failed' })
})

it.each([
  ['weapp', weapp],
  ['douyin', douyin],
])('takes the word of %s on its session_key', async (_, { isSessionKeyAlive }) => {
  vi.mocked(Taro.checkSession).mockRejectedValueOnce({ errMsg: 'checkSession:fail' })
  vi.stubGlobal('tt', { checkSession: ({ fail }: { fail(): void }) => fail() })
  expect(await isSessionKeyAlive()).toBe(false)
  vi.mocked(Taro.checkSession).mockResolvedValueOnce({ errMsg: 'checkSession:ok' })
  vi.stubGlobal('tt', { checkSession: ({ success }: { success(): void }) => success() })
  expect(await isSessionKeyAlive()).toBe(true)
})

it('hands on the code that comes, and takes an answer without one for a refusal', async () => {
  vi.mocked(Taro.login).mockResolvedValueOnce({ code: 'C1', errMsg: 'login:ok' })
  vi.stubGlobal('my', {
    getAuthCode: ({ success }: Parameters<typeof my.getAuthCode>[0]) => success({ authCode: 'C2' }),
  })
  vi.stubGlobal('tt', { login: ({ success }: Parameters<typeof tt.login>[0]) => success({}) })
  expect(await weapp.obtain({ asked: false })).toBe('C1')
  expect(await alipay.obtain({ asked: false })).toBe('C2')
  await expect(douyin.obtain({ asked: false })).rejects.toMatchObject({ fault: 'login.failed' })
})
