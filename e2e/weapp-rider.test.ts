import { getLeaderboard, type Leaderboard, type UserInfo } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callBff } from './support/call-bff.ts'
import { createPhone } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { createPerson } from './support/rider.ts'
import { simulatedBike } from './support/simulated-bike.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

let stack: Stack
let phone: MiniProgramHost

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
  phone = createPhone(stack, await createPerson(stack))
})
afterAll(async () => {
  phone.stop()
  await stack.stop()
})

const tokenOf = () => readStoredSession(phone.storage)?.token ?? null
const stored = async () => (await callBff<UserInfo>(stack.bff.url, 'GET', '/v1/userinfo', { token: tokenOf() })).body

async function storedBoard(trailId: string): Promise<Leaderboard> {
  const path = `${getLeaderboard.path.replace(':trailId', trailId)}?period=week`
  return (await callBff<Leaderboard>(stack.bff.url, 'GET', path, { token: tokenOf() })).body
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: 10_000 }).toBe(true)
}

it('a rider sees the place a ride won, leaves the ranking, and takes another rider id', async () => {
  const bike = simulatedBike(stack, 1)
  await registerOn(phone, '老骑手')
  phone.hide()
  phone.show(bike.scanned)
  await phone.waitFor(() => phone.text().includes('1 号车'))
  await phone.settle()
  phone.tap('start-ride')
  await phone.waitFor(() => phone.page?.route === 'pages/ride/index' && phone.has('ride-distance'))
  await bike.pedal(20)
  phone.fire('finish-ride', 'touchstart')
  await phone.waitFor(() => phone.has('ride-rank'))
  expect(phone.text()).toContain('本周排名')
  expect(phone.text()).toContain('上榜')
  phone.tap('ride-done')
  await phone.waitFor(() => phone.page?.route === 'pages/home/index')
  await phone.settle()

  const { id: trailId = '' } = (await callBff<{ trails: { id: string }[] }>(stack.bff.url, 'GET', '/v1/trails')).body
    .trails[0] ?? { id: '' }
  expect(await storedBoard(trailId)).toMatchObject({ rows: [{ displayName: '老骑手' }], mine: { rank: 1 } })
  const { riderId } = await stored()

  phone.tap('open-profile')
  await phone.waitFor(() => phone.has('ranked'))
  await phone.settle()
  phone.tap('ranked')
  await until(async () => !(await stored()).ranked)
  expect(await storedBoard(trailId)).toMatchObject({ rows: [], mine: null, hidden: true })

  phone.tap('renew-rider-id')
  await until(async () => (await stored()).riderId !== riderId)
  await phone.settle()
  expect(phone.text()).not.toContain(riderId)
  expect(phone.errors).toEqual([])
})
