import { listRides, type RideList } from '@trailpass/shared'
import type { MiniProgramHost, MiniProgramHostOptions } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callBff } from './support/call-bff.ts'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { createPerson } from './support/rider.ts'
import { type SimulatedBike, simulatedBike } from './support/simulated-bike.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

type Answers = MiniProgramHostOptions['answers'] & object

let stack: Stack
let bike: SimulatedBike
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'info' })
  bike = simulatedBike(stack, 1)
})
afterAll(() => stack.stop())
beforeEach(() => stack.simulator('POST', '/_sim/faults', { mode: 'off' }))

const link = () => `https://trail.example/d/${bike.code}`

// The names and shapes in which each platform says the same things.
const alipay = {
  platform: 'alipay',
  path: '/gateway.do',
  login: 'getAuthCode',
  loginRefused: { error: 11, errorMessage: '用户取消授权' },
  scope: 'location',
  locationRefused: { error: 2001, errorMessage: '用户不允许授权' },
  entry: () => ({ scene: 1011, query: { qrCode: link() } }),
  scanned: (): Answers => ({ scan: () => ({ code: link(), qrCode: link(), scanType: 'QRCODE' }) }),
} as const
const tt = {
  platform: 'tt',
  path: '/api/apps/v2/jscode2session',
  login: 'login',
  loginRefused: { errMsg: 'login:fail host login fail' },
  scope: 'scope.userLocation',
  locationRefused: { errMsg: 'getLocation:fail auth deny' },
  entry: () => ({ query: { scene: bike.code } }),
  scanned: (): Answers => ({ scanCode: () => ({ result: link(), scanType: 'QR_CODE' }) }),
} as const

describe.each([alipay, tt])('on $platform', (at) => {
  const { platform } = at

  async function pickUp(options: { user?: string; answers?: Answers; storage?: Map<string, unknown> } = {}) {
    const { user = await createPerson(stack), ...rest } = options
    const phone = createPhone(stack, user, { platform, ...rest })
    keepPhone(phone)
    return phone
  }

  async function openHome(options?: Parameters<typeof pickUp>[0]) {
    const phone = await pickUp(options)
    phone.start()
    await phone.waitFor(() => phone.text().includes('青龙湖步道'))
    await phone.settle()
    return phone
  }

  const storedUser = async (phone: MiniProgramHost) => {
    const { token = '' } = readStoredSession(phone.storage) ?? {}
    return (await callBff(stack.bff.url, 'GET', '/v1/userinfo', { token })).body
  }

  it('content is there before any login, and whoever gives no code is a guest whom the server knows', async () => {
    const phone = await openHome({
      answers: {
        [at.login]: () => {
          throw at.loginRefused
        },
      },
    })
    await phone.waitFor(() => readStoredSession(phone.storage) !== undefined)
    await phone.settle()
    expect(phone.has('guest-badge')).toBe(true)
    expect(phone.has('banner')).toBe(true)
    expect(readStoredSession(phone.storage)).toMatchObject({ identified: false })
    expect(await storedUser(phone)).toMatchObject({ registered: false })
  })

  it('one silent login, one call to the platform, and a paint of few and small setData calls', async () => {
    const before = await stack.countUpstream(at.path)
    const phone = await openHome()
    expect(phone.calls[at.login]).toBe(1)
    expect(await stack.countUpstream(at.path)).toBe(before + 1)
    expect(readStoredSession(phone.storage)).toMatchObject({ identified: true, user: { registered: false } })
    expect(Math.max(...phone.setDatas.map(({ bytes }) => bytes))).toBeLessThanOrEqual(32_768)
  })

  it('somebody registers with a picture, is a member in the store, and is known at the next cold start', async () => {
    const user = await createPerson(stack)
    const phone = await openHome({ user })
    phone.tap('register')
    await phone.waitFor(() => phone.has('avatar'))
    await phone.settle()
    phone.tap('avatar')
    await phone.settle()
    await registerOn(phone, '小海')
    await phone.settle()
    const stored = await storedUser(phone)
    expect(stored).toMatchObject({ registered: true, nickname: '小海', consents: [{}, {}] })
    expect(stored).toMatchObject({ avatarUrl: expect.stringMatching(/^\/v1\//) })

    const again = await openHome({ user, storage: phone.storage })
    expect(again.text()).toContain('小海')
    expect(again.calls[at.login] ?? 0).toBe(0)
    const elsewhere = await openHome({ user })
    expect(elsewhere.calls[at.login]).toBe(1)
    expect(elsewhere.text()).toContain('小海')
  })

  it('a refusal of the BFF has its own words, whatever the platform makes of its status', async () => {
    const phone = await openHome()
    const { token = '' } = readStoredSession(phone.storage) ?? {}
    await callBff(stack.bff.url, 'DELETE', '/v1/session', { token })
    const again = await openHome({ storage: phone.storage })
    expect(again.calls[at.login]).toBe(1)
    expect(readStoredSession(again.storage)?.token).not.toBe(token)
  })

  it('the platform does not answer: a guest, its name in the words, and the same person once it does', async () => {
    await stack.simulator('POST', '/_sim/faults', { mode: 'busy' })
    const phone = await openHome()
    expect(phone.text()).toMatch(/(支付宝|抖音)暂时没有回应/)
    const guest = readStoredSession(phone.storage)?.user.userId
    await stack.simulator('POST', '/_sim/faults', { mode: 'off' })
    phone.tap('retry')
    await phone.waitFor(() => readStoredSession(phone.storage)?.identified === true)
    expect(readStoredSession(phone.storage)?.user.userId).toBe(guest)
  })

  it('a bike scanned from outside waits through registration, and is ridden', async () => {
    const phone = await pickUp()
    phone.start(at.entry())
    await phone.waitFor(() => phone.text().includes('1 号车'))
    await phone.settle()
    await registerOn(phone, '骑士')
    expect(phone.text()).toContain('1 号车')
    phone.tap('start-ride')
    await phone.waitFor(() => phone.page?.route === 'pages/ride/index' && phone.has('ride-distance'))
    await bike.pedal(20)
    await phone.waitFor(() => phone.text().includes('0.10'))
    phone.fire('finish-ride', 'touchstart')
    await phone.waitFor(() => phone.has('ride-summary'))
    await phone.settle()
    const { token = '' } = readStoredSession(phone.storage) ?? {}
    const { body } = await callBff<RideList>(stack.bff.url, listRides.method, listRides.path, { token })
    expect(body.rides).toMatchObject([{ state: 'finished', distanceMeters: 100 }])
  })

  it('the camera button reads the code on a bike', async () => {
    const phone = await openHome({ answers: at.scanned() })
    phone.tap('scan')
    await phone.waitFor(() => phone.text().includes('1 号车'))
  })

  it('the place is told, or refused with words and a way on', async () => {
    const settings: Record<string, boolean> = {}
    const phone = await openHome({ answers: { getSetting: () => ({ authSetting: { ...settings } }) } })
    settings[at.scope] = false
    phone.replace('getLocation', () => {
      throw at.locationRefused
    })
    phone.tap('open-trails')
    await phone.waitFor(() => phone.page?.route === 'pages/trails/index' && phone.has('trails'))
    await phone.settle()
    expect(phone.find('place')?.text).toContain('没有允许使用位置')

    phone.replace('openSetting', () => {
      settings[at.scope] = true
      phone.replace('getLocation', undefined)
      return {}
    })
    phone.tap('open-settings')
    await phone.waitFor(() => phone.find('place')?.text.includes('在范围内') === true)
  })
})

it('whoever is signed out of Douyin looks around as a guest, and is asked to sign in by pressing alone', async () => {
  const asked: unknown[] = []
  const phone = createPhone(stack, 'erin', {
    platform: 'tt',
    answers: {
      login({ force }) {
        asked.push(force)
        return force === true
          ? stack.simulator('POST', '/_sim/login', { appId: 'tttrailpass0000001', user: 'erin' })
          : { anonymousCode: 'a', isLogin: false }
      },
    },
  })
  keepPhone(phone)
  phone.start()
  await phone.waitFor(() => phone.has('banner'))
  await phone.settle()
  expect(asked).toEqual([false])
  phone.tap('retry')
  await phone.waitFor(() => readStoredSession(phone.storage)?.identified === true)
  expect(asked).toEqual([false, true])
})

it('no secret, code or token of any platform stands in the log of the BFF', async () => {
  expect(stack.bff.output).not.toMatch(/simulated-douyin-secret|PRIVATE KEY|authbseB|session_key/)
})
