import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { LoginResponse } from '@trailpass/shared'
import { expect, it } from 'vitest'
import type { Answer } from '../support/api.ts'
import { type BffProcess, startBffProcess } from '../support/bff-process.ts'
import { figure, patience } from '../support/figure.ts'
import { createJourneys, randomId, weapp } from '../support/journeys.ts'
import { measured } from '../support/measured.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const seconds = figure('SECONDS', 8)
const perSecond = figure('PEOPLE_PER_SECOND', 10)
const people = seconds * perSecond
/** Of a process that has just begun, what is compiled is the most. */
const growthMb = figure('GROWTH_MB', 80)
const regulars = 200
const samples = 40
/** Sockets that happen to be open, more or less. */
const spareHandles = 12

interface Held {
  mb: number
  /** Files, sockets and timers' descriptors. */
  handles: number
}

function look({ pid }: BffProcess): Held {
  const kb = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return { mb: kb / 1024, handles: readdirSync(`/proc/${pid}/fd`).length }
}

/** A guest who becomes somebody, looks around, and now and then registers, leaves, or has a code stolen. */
async function visit(bff: BffProcess, stack: Stack, turn: number): Promise<Answer[]> {
  const { login, register, userInfo } = createJourneys(bff.api, stack)
  const user = `walker-${turn % regulars}`
  const deviceId = `device-of-${user}-and-of-nobody-else`
  const asGuest = { platform: 'weapp', appId: weapp.appId, deviceId: randomId() }
  const guest = await bff.api<LoginResponse>('POST', '/v1/session/guest', { body: asGuest })
  if (guest.status !== 200 || guest.body.token === null) return [guest]
  const code = await stack.code(user)
  const signedIn = await login({ code, deviceId, guestToken: guest.body.token })
  const { token } = signedIn.body
  if (signedIn.status !== 200 || token === null) return [signedIn]
  const answers: Answer[] = [signedIn, await userInfo(token), await bff.api('GET', '/v1/overview')]
  if (turn % 5 === 0) answers.push(await register(token))
  if (turn % 3 === 0) answers.push(await bff.api('DELETE', '/v1/session', { token }))
  if (turn % 7 === 0) answers.push(await login({ code, deviceId }))
  return answers
}

/** So many come at their time, whatever becomes of those before. */
async function liveOn(bff: BffProcess, stack: Stack): Promise<{ statuses: Record<number, number>; held: Held[] }> {
  for (let index = 0; index < regulars; index++) await stack.addPerson(`walker-${index}`)
  const statuses: Record<number, number> = {}
  const held: Held[] = []
  const visits = new Set<Promise<void>>()
  const pass = async (turn: number) => {
    for (const { status } of await visit(bff, stack, turn)) statuses[status] = (statuses[status] ?? 0) + 1
  }
  const startedAt = performance.now()
  for (let turn = 0; turn < people; turn++) {
    await delay(Math.max(0, startedAt + (turn * 1000) / perSecond - performance.now()))
    const visiting = pass(turn).finally(() => visits.delete(visiting))
    visits.add(visiting)
    if (turn % 500 === 0) await stack.forgetCalls()
    if (turn % Math.ceil(people / samples) === 0) held.push(look(bff))
  }
  await Promise.all(visits)
  return { statuses, held }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
/** The second and the last of four quarters; before it a process fills its caches. */
const quarters = <T>(values: readonly T[]) => {
  const length = Math.floor(values.length / 4)
  return [values.slice(length, 2 * length), values.slice(-length)] as const
}

it.skipIf(process.platform !== 'linux').concurrent.each(storages)(
  `a server that ran ${seconds} s holds no more than before, on $name`,
  { timeout: patience(60_000) },
  (storage) =>
    withStack(
      async (stack) => {
        await stack.stop()
        const bff = await startBffProcess(stack.env)
        const { statuses, held } = await liveOn(bff, stack).catch(async (error) => {
          await bff.kill()
          throw error
        })
        expect(await bff.terminate()).toBe(0)

        const [early, late] = quarters(held)
        const grew = mean(late.map(({ mb }) => mb)) - mean(early.map(({ mb }) => mb))
        const fewest = (values: readonly Held[]) => Math.min(...values.map(({ handles }) => handles))
        measured(`answered on ${storage.name}`, JSON.stringify(statuses).replaceAll('"', ''))
        measured(`held at the last on ${storage.name}`, `${Math.round(mean(late.map(({ mb }) => mb)))} MB`)
        measured(`grew on ${storage.name}`, `by ${grew.toFixed(1)} MB, ${fewest(late) - fewest(early)} handles`)
        const { 200: well = 0, 204: left, 401: refused, 503: busy = 0, ...others } = statuses
        expect(others).toEqual({})
        expect(Math.min(left ?? 0, refused ?? 0)).toBeGreaterThan(0)
        // Told to come back, where the machine does much else.
        expect(busy).toBeLessThan(people / 100)
        expect(well).toBeGreaterThan(people * 2)
        expect(grew).toBeLessThan(growthMb)
        expect(fewest(late) - fewest(early)).toBeLessThan(spareHandles)
        await stack.start()
      },
      { storage, env: { RATE_LIMIT_FACTOR: '1000', LOG_LEVEL: 'warn' } },
    ),
)
