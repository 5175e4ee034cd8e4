import { listRides, type RideList } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callBff } from './support/call-bff.ts'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { createPerson } from './support/rider.ts'
import { type SimulatedBike, simulatedBike } from './support/simulated-bike.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

let stack: Stack
let bike: SimulatedBike
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
  bike = simulatedBike(stack, 1)
})
afterAll(() => stack.stop())

function pickUp(person: string, options: Parameters<typeof createPhone>[2] = {}): MiniProgramHost {
  const phone = createPhone(stack, person, options)
  keepPhone(phone)
  return phone
}

async function shows(phone: MiniProgramHost, ...ids: string[]): Promise<void> {
  await phone.waitFor(() => ids.every((id) => phone.has(id)))
  await phone.settle()
}

async function registerBesideTheBike(phone: MiniProgramHost, nickname: string): Promise<void> {
  await phone.waitFor(() => phone.text().includes('1 号车'))
  await phone.settle()
  phone.tap('start-ride')
  await shows(phone, 'agree')
  phone.tap('agree')
  await phone.settle()
  phone.tap('start-ride')
  await shows(phone, 'registration')
  phone.input('nickname', nickname)
  phone.tap('submit-registration')
  await phone.waitFor(() => !phone.has('registration') && phone.text().includes(nickname))
  await phone.settle()
}

async function startRiding(phone: MiniProgramHost): Promise<void> {
  phone.tap('start-ride')
  await phone.waitFor(() => phone.page?.route === 'pages/ride/index' && phone.has('ride-distance'))
}

async function holdToFinish(phone: MiniProgramHost): Promise<void> {
  phone.fire('finish-ride', 'touchstart')
  await phone.waitFor(() => phone.has('ride-summary'))
}

async function storedRides(phone: MiniProgramHost): Promise<RideList['rides']> {
  const { token = '' } = readStoredSession(phone.storage) ?? {}
  return (await callBff<RideList>(stack.bff.url, listRides.method, listRides.path, { token })).body.rides
}

describe('a guest who scans a bike', () => {
  it('registers without losing it, rides, and every metre is stored', async () => {
    const phone = pickUp(await createPerson(stack))
    phone.start(bike.scanned)
    await phone.waitFor(() => phone.text().includes('1 号车'))
    await phone.settle()
    expect(phone.has('guest-badge')).toBe(true)

    phone.tap('start-ride')
    await shows(phone, 'agree')
    expect(JSON.stringify(phone.toasts)).toContain('请勾选相关条款')
    expect(phone.has('registration')).toBe(false)
    await registerBesideTheBike(phone, '阿骑')
    expect(phone.text()).toContain('1 号车')
    expect(phone.page?.route).toBe('pages/home/index')

    await startRiding(phone)
    await bike.pedal(20)
    await phone.waitFor(() => phone.text().includes('0.10'))
    expect(phone.text()).toContain('0:20')
    expect(phone.text()).toContain('18.0')

    await bike.repeat()
    await bike.cutLine()
    await bike.pedal(40)
    await holdToFinish(phone)
    await phone.settle()
    expect(phone.text()).toContain('0.10')
    await bike.mendLine()
    await bike.repeat()

    expect(await storedRides(phone)).toMatchObject([
      { state: 'finished', device: { number: 1 }, distanceMeters: 300, movingSeconds: 60, samplesThrough: 30 },
    ])
    phone.tap('ride-done')
    await phone.waitFor(() => phone.page?.route === 'pages/home/index')
    await phone.settle()
    expect(phone.has('continue-ride')).toBe(false)
  })

  it('keeps it over a cold start in the midst of registration', async () => {
    const person = await createPerson(stack)
    const phone = pickUp(person)
    phone.start(bike.scanned)
    await phone.waitFor(() => phone.text().includes('1 号车'))
    await phone.settle()
    phone.stop()
    const again = pickUp(person, { storage: phone.storage })
    again.start()
    await registerBesideTheBike(again, '回来了')
    expect(again.text()).toContain('1 号车')
  })
})

describe('a member who scans a bike', () => {
  async function pickUpAsMember(options: Parameters<typeof createPhone>[2] = {}) {
    const person = await createPerson(stack)
    const phone = pickUp(person, options)
    await registerOn(phone, '老骑手')
    return { person, phone }
  }

  it('is one tap from riding, and goes on after the phone was restarted', async () => {
    const { person, phone } = await pickUpAsMember({
      answers: { scanCode: () => ({ path: `pages/home/index?scene=${bike.code}`, result: '', scanType: 'WX_CODE' }) },
    })
    phone.tap('scan')
    await shows(phone, 'start-ride')
    await startRiding(phone)
    await bike.pedal(20)
    phone.stop()

    const again = pickUp(person, { storage: phone.storage })
    again.start()
    await shows(again, 'continue-ride')
    again.tap('continue-ride')
    await again.waitFor(() => again.has('ride-distance') && again.text().includes('0.10'))
    await holdToFinish(again)
    await again.waitFor(() => !again.has('ride-pending'))
    expect(await storedRides(again)).toMatchObject([{ state: 'finished', distanceMeters: 100 }])
  })

  it('gives the ride to a chat, and whoever opens the card comes home', async () => {
    const { phone } = await pickUpAsMember()
    phone.hide()
    phone.show(bike.scanned)
    await shows(phone, 'start-ride')
    await startRiding(phone)
    await bike.pedal(60)
    await phone.waitFor(() => phone.text().includes('0.30'))
    await holdToFinish(phone)
    await phone.waitFor(() => phone.drawn.includes('0.30'))
    await phone.settle()
    phone.tap('share-ride')
    phone.share()
    const card = {
      title: '我在青龙湖步道骑了 0.30 公里',
      path: '/pages/home/index?entry=share',
      imageUrl: expect.stringMatching(/^wxfile:/),
    }
    expect(phone.shared).toEqual([card, card])
    expect(phone.drawn.join()).not.toContain('老骑手')

    const friend = pickUp(await createPerson(stack))
    friend.start({ path: 'pages/home/index', query: { entry: 'share' }, scene: 1007 })
    await shows(friend, 'overview', 'invitation')
  })

  it('may end the ride while the server is away, and it is told later', async () => {
    const { phone } = await pickUpAsMember()
    phone.hide()
    phone.show(bike.scanned)
    await shows(phone, 'start-ride')
    await startRiding(phone)
    await bike.pedal(10)
    await phone.waitFor(() => phone.text().includes('0.05'))
    await stack.bff.kill()
    await holdToFinish(phone)
    await shows(phone, 'ride-pending')
    await stack.bff.restart()
    await phone.waitFor(() => !phone.has('ride-pending'))
    expect(await storedRides(phone)).toMatchObject([{ state: 'finished', distanceMeters: 50 }])
  })

  it('is told that somebody else rides it, and that a code is not ours', async () => {
    const { phone: first } = await pickUpAsMember()
    first.hide()
    first.show(bike.scanned)
    await shows(first, 'start-ride')
    await startRiding(first)

    const { phone } = await pickUpAsMember({
      answers: { scanCode: () => ({ path: '', result: 'https://trail.example/d/1AB', scanType: 'QR_CODE' }) },
    })
    phone.hide()
    phone.show(bike.scanned)
    await shows(phone, 'bike-fault')
    expect(phone.text()).toContain('正在被使用')
    phone.tap('scan')
    await phone.waitFor(() => phone.has('bike-fault') && !phone.text().includes('正在被使用'))
    expect(phone.text()).toContain('这不是步道通的车码')
    await holdToFinish(first)
    await first.waitFor(() => !first.has('ride-pending'))
  })
})
