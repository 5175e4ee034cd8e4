import type { Leaderboard, Overview } from '@trailpass/shared'
import type { MiniProgramHost, WxStorage } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepPhones } from './support/keep-phones.ts'
import { createPhone } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { createPerson } from './support/rider.ts'
import { simulatedBike } from './support/simulated-bike.ts'
import { type Stack, startStack } from './support/stack.ts'

const overview: Overview = {
  trails: [{ id: 'lake', name: '青龙湖步道', lengthMeters: 5200 }],
  activeToday: 1,
  freeBikes: 1,
  topThree: [],
  registrationMode: 'native',
}

let stack: Stack
let person: string
let storage: WxStorage
const keepPhone = keepPhones()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
  person = await createPerson(stack)
  const phone = createPhone(stack, person)
  await registerOn(phone, '阿骑')
  storage = phone.storage
  await rideOn(phone)
  phone.stop()
})
afterAll(() => stack.stop())

/** 300 m in a minute, on bike 1. */
async function rideOn(phone: MiniProgramHost): Promise<void> {
  const bike = simulatedBike(stack, 1)
  phone.show(bike.scanned)
  await phone.waitFor(() => phone.has('start-ride'))
  await phone.settle()
  phone.tap('start-ride')
  await phone.waitFor(() => phone.has('ride-distance'))
  await bike.pedal(60)
  phone.fire('finish-ride', 'touchstart')
  await phone.waitFor(() => phone.has('ride-summary'))
  await phone.settle()
}

function pickUp(answers: NonNullable<Parameters<typeof createPhone>[2]>['answers'] = {}): MiniProgramHost {
  const phone = createPhone(stack, person, { storage: new Map(storage), answers })
  keepPhone(phone)
  phone.start()
  return phone
}

async function openFromHome(phone: MiniProgramHost, link: string, page: string): Promise<void> {
  await phone.waitFor(() => phone.has(link))
  await phone.settle()
  phone.tap(link)
  await phone.waitFor(() => phone.page?.route === page)
  await phone.settle()
}

it('shows a member on home how far today was, and where that stands', async () => {
  const phone = pickUp()
  await phone.waitFor(() => phone.text().includes('离今天的目标还差 4.7 公里'))
  await phone.settle()
  expect(phone.find('sport-ring')?.attribute('aria-label')).toBe('今天 0.3 公里，目标 5.0 公里')
  expect(phone.text()).toContain('近 7 天 · 0.3 公里')
  expect(phone.has('my-place')).toBe(true)
})

it('paints a member’s first page in at most two setData calls and 10 KB before data', async () => {
  const phone = pickUp({ request: () => new Promise(() => {}) })
  await phone.waitFor(() => phone.has('sport'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(phone.setDatas.length).toBeLessThanOrEqual(2)
  expect(phone.setDatas.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(10_240)
})

it('keeps every ride, and the last 31 days', async () => {
  const phone = pickUp()
  await openFromHome(phone, 'open-history', 'pages/history/index')
  await phone.waitFor(() => phone.text().includes('1 号车 · 1:00'))
  expect(phone.text()).toContain('近 31 天')
  expect(Math.max(...phone.setDatas.map(({ bytes }) => bytes))).toBeLessThanOrEqual(32_768)
})

it('ranks who rode, the own place pinned, by day, week and all time', async () => {
  const phone = pickUp()
  await openFromHome(phone, 'open-ranking', 'pages/ranking/index')
  await phone.waitFor(() => phone.has('pinned-place'))
  expect(phone.text()).toContain('阿骑')
  phone.tap('period-all')
  await phone.waitFor(() => phone.find('period-all')?.attribute('aria-checked') === 'true' && phone.has('pinned-place'))
  await phone.settle()
  expect(phone.text()).toContain('阿骑')
})

it('sends a full board to the screen in pieces of at most 32 KB', async () => {
  const row = {
    displayName: '二十个字那么长的名字二十个字那么长的名字',
    avatarUrl: null,
    distanceMeters: 98_765,
    mine: false,
  }
  const rows = Array.from({ length: 50 }, (_, at) => ({ ...row, rank: at + 1 }))
  const full: Leaderboard = { trailId: 'lake', period: 'today', rows, mine: null, hidden: false }
  const phone = pickUp({
    request({ url }) {
      const of = new URL(String(url)).pathname
      if (of === '/v1/overview') return { statusCode: 200, header: {}, data: JSON.stringify(overview) }
      if (of === '/v1/leaderboards/lake') return { statusCode: 200, header: {}, data: JSON.stringify(full) }
      throw new Error('request:fail')
    },
  })
  await openFromHome(phone, 'open-ranking', 'pages/ranking/index')
  phone.tap('more-ranks')
  await phone.settle()
  phone.tap('more-ranks')
  await phone.waitFor(() => !phone.has('more-ranks'))
  const sizes = phone.setDatas.filter(({ page }) => page === 'pages/ranking/index').map(({ bytes }) => bytes)
  expect(Math.max(...sizes)).toBeGreaterThan(8192)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(32_768)
})
