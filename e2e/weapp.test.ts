import type { MiniProgramHost, WxStorage } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callBff } from './support/call-bff.ts'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

let stack: Stack
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
})
afterAll(() => stack.stop())
beforeEach(() => stack.simulator('POST', '/_sim/faults', { mode: 'off' }))

function pickUp(user: string, options: Parameters<typeof createPhone>[2] = {}): MiniProgramHost {
  const phone = createPhone(stack, user, options)
  keepPhone(phone)
  return phone
}

async function openHome(user: string, options: Parameters<typeof createPhone>[2] = {}): Promise<MiniProgramHost> {
  const phone = pickUp(user, options)
  phone.start()
  await phone.waitFor(() => phone.text().includes('青龙湖步道'))
  await phone.settle()
  return phone
}

describe('a cold start without a session', () => {
  it('signs in once, silently, and shows content to a guest with an invitation', async () => {
    const phone = await openHome('bob')
    expect(phone.calls.login).toBe(1)
    expect(readStoredSession(phone.storage)).toMatchObject({ identified: true, user: { registered: false } })
    expect(phone.has('guest-badge')).toBe(true)
    expect(phone.has('invitation')).toBe(true)
    expect(phone.modals).toEqual([])
  })

  it('paints the first page in at most two setData calls and 10 KB before data, none over 32 KB later', async () => {
    const phone = pickUp('bob', { answers: { request: () => new Promise(() => {}) } })
    phone.start()
    await phone.waitFor(() => phone.has('overview'))
    await new Promise((resolve) => setImmediate(resolve))
    const before = phone.setDatas.filter(({ page }) => page === 'pages/home/index')
    expect(before.length).toBeLessThanOrEqual(2)
    expect(before.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(10_240)
    const later = await openHome('bob')
    expect(Math.max(...later.setDatas.map(({ bytes }) => bytes))).toBeLessThanOrEqual(32_768)
  })

  it('logs in once for 20 callers at the same time', async () => {
    const phone = pickUp('bob')
    phone.start()
    for (let caller = 0; caller < 20; caller++) phone.show()
    await phone.waitFor(() => readStoredSession(phone.storage)?.identified === true)
    await phone.settle()
    expect(phone.calls.login).toBe(1)
  })

  it('keeps the invitation away once it was put off', async () => {
    const phone = await openHome('bob')
    phone.tap('not-now')
    await phone.settle()
    expect(phone.has('invitation')).toBe(false)
    expect(phone.has('guest-badge')).toBe(true)
  })
})

describe('a cold start with a live session', () => {
  let storage: WxStorage

  beforeAll(async () => {
    const phone = createPhone(stack, 'carol')
    await registerOn(phone, '卡罗')
    storage = phone.storage
    phone.stop()
  })

  it('makes no wx.login and paints the stored name before any answer', async () => {
    const silent = pickUp('carol', { storage: new Map(storage), answers: { request: () => new Promise(() => {}) } })
    silent.start()
    await silent.waitFor(() => silent.has('greeting'))
    expect(silent.text()).toContain('卡罗')
    const phone = await openHome('carol', { storage: new Map(storage) })
    expect(phone.calls.login ?? 0).toBe(0)
    expect(phone.text()).toContain('卡罗')
  })

  it('keeps the name on screen when the server cannot be reached, with words and a way on', async () => {
    const phone = pickUp('carol', {
      storage: new Map(storage),
      answers: {
        request: () => {
          throw new Error('request:fail')
        },
      },
    })
    phone.start()
    await phone.waitFor(() => phone.has('banner'))
    expect(phone.text()).toContain('卡罗')
    expect(phone.has('retry')).toBe(true)
  })

  it('survives a damaged storage', async () => {
    const phone = await openHome('carol', { storage: new Map([['trailpass.session', '{"version":1,"record":{']]) })
    expect(phone.text()).toContain('卡罗')
    expect(phone.calls.login).toBe(1)
  })

  it('renews an ended session once and goes on', async () => {
    const own = new Map(storage)
    const token = readStoredSession(own)?.token ?? ''
    await callBff(stack.bff.url, 'DELETE', '/v1/session', { token })
    const phone = await openHome('carol', { storage: own })
    expect(phone.calls.login).toBe(1)
    expect(phone.text()).toContain('卡罗')
    expect(readStoredSession(own)?.token).not.toBe(token)
    storage = own
  })
})

describe('when something is down', () => {
  it('WeChat: a guest of one’s own, words, and the same person once it is back', async () => {
    await stack.simulator('POST', '/_sim/faults', { mode: 'busy' })
    const phone = await openHome('dave')
    expect(phone.text()).toContain('微信暂时没有回应')
    const guest = readStoredSession(phone.storage)?.user.userId
    expect(guest).toBeDefined()
    await stack.simulator('POST', '/_sim/faults', { mode: 'off' })
    phone.tap('retry')
    await phone.waitFor(() => readStoredSession(phone.storage)?.identified === true)
    await phone.settle()
    expect(readStoredSession(phone.storage)?.user.userId).toBe(guest)
    expect(phone.has('banner')).toBe(false)
  })

  it('wx.login: a guest session without a code, and words', async () => {
    const login = () => {
      throw new Error('login:fail')
    }
    const phone = await openHome('dave', { answers: { login } })
    await phone.waitFor(() => phone.has('banner'))
    expect(readStoredSession(phone.storage)).toMatchObject({ identified: false, user: { registered: false } })
  })

  it('the BFF: the screen stays usable and says so', async () => {
    const offline = {
      request: () => {
        throw new Error('request:fail')
      },
    }
    const phone = pickUp('dave', { answers: offline })
    phone.start()
    await phone.waitFor(() => phone.has('banner') && phone.has('guest-badge'))
    await phone.settle()
    expect(phone.text()).toContain('网络没有连上')
    phone.tap('open-profile')
    await phone.waitFor(() => phone.page?.route === 'pages/profile/index')
  })
})

describe('registration', () => {
  it('is filled in, submitted, and stored', async () => {
    const phone = pickUp('bob')
    await registerOn(phone, '鲍勃')
    const { token = '' } = readStoredSession(phone.storage) ?? {}
    const stored = await callBff(stack.bff.url, 'GET', '/v1/userinfo', { token })
    expect(stored.body).toMatchObject({ registered: true, nickname: '鲍勃', consents: [{}, {}] })
  })

  it('can be cancelled, and nothing has been sent', async () => {
    const phone = await openHome('dave')
    phone.tap('register')
    await phone.waitFor(() => phone.has('cancel-registration'))
    phone.tap('cancel-registration')
    await phone.settle()
    expect(phone.has('registration')).toBe(false)
    expect(readStoredSession(phone.storage)?.user.registered).toBe(false)
  })

  it('says 「请勾选相关条款」 on pressing unticked, and sends nothing', async () => {
    const phone = await openHome('dave')
    phone.tap('register')
    await phone.waitFor(() => phone.has('agree'))
    expect(phone.find('agree')?.attribute('aria-checked')).toBe('false')
    phone.tap('submit-registration')
    await phone.settle()
    expect(JSON.stringify(phone.toasts)).toContain('请勾选相关条款')
    expect(readStoredSession(phone.storage)?.user.registered).toBe(false)
  })
})

it('saves a new nickname, which the server then knows', async () => {
  const phone = pickUp('bob')
  phone.start()
  await phone.waitFor(() => readStoredSession(phone.storage)?.user.registered === true)
  phone.tap('open-profile')
  await phone.waitFor(() => phone.has('save-profile'))
  await phone.settle()
  phone.input('nickname', '小鲍')
  phone.tap('save-profile')
  await phone.waitFor(() => readStoredSession(phone.storage)?.user.nickname === '小鲍')
  const { token = '' } = readStoredSession(phone.storage) ?? {}
  expect((await callBff(stack.bff.url, 'GET', '/v1/userinfo', { token })).body).toMatchObject({ nickname: '小鲍' })
})

it('signs out, remembers it over a cold start, and signs in again when asked', async () => {
  const phone = pickUp('dave')
  await registerOn(phone, '大卫')
  phone.tap('open-profile')
  await phone.waitFor(() => phone.has('sign-out'))
  await phone.settle()
  const { token = '' } = readStoredSession(phone.storage) ?? {}
  phone.tap('sign-out')
  await phone.waitFor(() => readStoredSession(phone.storage)?.kind === 'signed-out')
  await phone.settle()
  expect((await callBff(stack.bff.url, 'GET', '/v1/userinfo', { token })).status).toBe(401)

  const again = await openHome('dave', { storage: phone.storage })
  expect(again.calls.login ?? 0).toBe(0)
  expect(again.text()).not.toContain('大卫')
  again.tap('banner-sign-in')
  await again.waitFor(() => again.text().includes('大卫'))
  expect(again.calls.login).toBe(1)
})
