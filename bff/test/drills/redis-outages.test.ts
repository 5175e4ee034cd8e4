import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createAccounts } from '../support/account.ts'
import { figure, patience } from '../support/figure.ts'
import { each, inProcesses, type RunningBff } from '../support/in-processes.ts'
import { randomId, weapp } from '../support/journeys.ts'
import { startLoad } from '../support/load.ts'
import { hasRedis, type OwnRedis, startOwnRedis } from '../support/own-redis.ts'
import type { Stack } from '../support/stack.ts'
import { postgres } from '../support/storages.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const rounds = figure('ROUNDS', 2)
const share = 60
const unseenMs = 5000

const countEvents = (bff: RunningBff, event: string) => bff.output.split(`"event":"${event}"`).length - 1

async function untilAll(bffs: readonly RunningBff[], event: string, times: number): Promise<void> {
  await until(`all say ${event}`, () => bffs.every((bff) => countEvents(bff, event) >= times), 20_000)
}

/** What is done to Redis, and undone. */
const outages: ((redis: OwnRedis, meanwhile: () => Promise<void>) => Promise<void>)[] = [
  async function freezing(redis, meanwhile) {
    redis.freeze()
    await meanwhile()
    redis.thaw()
  },
  async function killing(redis, meanwhile) {
    await redis.kill()
    await meanwhile()
    await redis.start()
  },
  async function restarting(redis) {
    await redis.kill()
    await redis.start()
  },
]

async function signInMember(bff: RunningBff, stack: Stack, user: string): Promise<string> {
  await stack.addPerson(user)
  const { token } = await bff.signIn({ user })
  expect((await bff.register(token)).status).toBe(200)
  return token
}

/** A session that every process remembers ends while Redis is away. */
async function endOne(bffs: readonly RunningBff[], token: string): Promise<void> {
  const [first, ...others] = bffs
  if (first) await createAccounts(first).signOut(token)
  const endedAt = performance.now()
  for (const bff of others) await until('it is dead', async () => (await bff.userInfo(token)).status === 401, unseenMs)
  expect(performance.now() - endedAt).toBeLessThan(unseenMs)
}

/** Evenly at all processes; answers how many were made. */
async function makeGuests(bffs: readonly RunningBff[], count: number): Promise<number> {
  const answers = await each(bffs, count, (bff) =>
    bff.api('POST', '/v1/session/guest', { body: { platform: 'weapp', appId: weapp.appId, deviceId: randomId() } }),
  )
  for (const { status } of answers) expect([200, 429]).toContain(status)
  return answers.filter(({ status }) => status === 200).length
}

it.skipIf(!postgres || !hasRedis)(
  `Redis comes and goes ${rounds} times under load: nobody notices, and no limit opens`,
  { timeout: patience(60_000) },
  async () => {
    const redis = await startOwnRedis()
    const env = {
      REDIS_URL: redis.url,
      RATE_LIMITS: `createGuestSession.address=${share}/100000`,
      RATE_LIMIT_FACTOR: '1',
    }
    const play = async (bffs: readonly RunningBff[], stack: Stack) => {
      const members = await each(bffs, 6, (bff, index) => signInMember(bff, stack, `reader-${index}`))
      let made = await makeGuests(bffs, share / 2)
      const load = startLoad(6, (turn) => {
        const bff = bffs[turn % bffs.length] as RunningBff
        if (turn % 5 > 0) return bff.userInfo(members[turn % members.length] ?? '')
        return bff.login({ user: `reader-${turn % members.length}` })
      })
      for (let round = 0; round < rounds; round++) {
        const doomed = await signInMember(bffs[0] as RunningBff, stack, `leaver-${round}`)
        for (const bff of bffs) await bff.userInfo(doomed)
        await outages[round % outages.length]?.(redis, async () => {
          await endOne(bffs, doomed)
          await untilAll(bffs, 'redis.lost', round + 1)
          made += await makeGuests(bffs, share)
        })
        await untilAll(bffs, 'redis.back', round + 1)
        made += await makeGuests(bffs, share)
        await delay(200)
      }
      const { statuses, calls } = await load.stop()
      expect(statuses).toEqual({ 200: calls })
      expect(made).toBeGreaterThan(share / 2)
      expect(made).toBeLessThanOrEqual(share)
      for (const bff of bffs) {
        const lost = countEvents(bff, 'redis.lost')
        expect(countEvents(bff, 'redis.back')).toBe(lost)
        // A machine that stood still for a moment may have taken Redis for lost once more.
        expect(lost).toBeLessThanOrEqual(2 * rounds)
      }
    }
    try {
      await withStack((stack) => inProcesses(stack, (bffs) => play(bffs, stack)), {
        ...(postgres && { storage: postgres }),
        env,
      })
    } finally {
      await redis.kill()
    }
  },
)
