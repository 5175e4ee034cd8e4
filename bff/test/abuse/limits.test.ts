import { expect, it } from 'vitest'
import { defaultLimits } from '../../src/http/limits/limit-table.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { figure, patience } from '../support/figure.ts'
import { inProcesses } from '../support/in-processes.ts'
import { randomId, weapp } from '../support/journeys.ts'
import { measured } from '../support/measured.ts'
import type { Stack } from '../support/stack.ts'
import { postgres } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const attempts = figure('REQUESTS', 150)

const withLimits = (limits: string, play: (stack: Stack) => Promise<void>, env: Record<string, string> = {}) =>
  withStack(play, { env: { RATE_LIMITS: limits, ...env } })

/** Guests asked for from these addresses; answers how many were made. */
async function makeGuests(
  stack: Pick<Stack, 'api'>,
  addresses: readonly string[],
  headers: Record<string, string> = {},
) {
  let made = 0
  const body = () => ({ platform: 'weapp', appId: weapp.appId, deviceId: randomId() })
  const waiting = [...addresses]
  async function work() {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const call = { body: body(), headers: { ...headers, 'x-forwarded-for': address } }
      const answer = await stack.api('POST', '/v1/session/guest', call)
      if (answer.status === 200) made++
      // On a slow machine so many at once may be told to come back.
      else if (answer.status === 503) waiting.push(address)
      else {
        expectProblem(answer, 429, 'rate_limit.exceeded')
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      }
    }
  }
  await Promise.all(Array.from({ length: 20 }, work))
  return made
}
const share = Math.floor(attempts / 3)
const limited = `createGuestSession.address=${share}/600`

it('an address that is spoofed makes no difference where no proxy is trusted', () =>
  withLimits(limited, async (stack) => {
    const spoofed = Array.from({ length: attempts }, (_, index) => `10.0.${index >> 8}.${index & 255}`)
    expect(await makeGuests(stack, spoofed)).toBe(share)
  }))

it('behind one proxy its word counts, and not what the caller wrote before it', () =>
  withLimits(
    limited,
    async (stack) => {
      const spoofed = Array.from({ length: attempts }, (_, index) => `10.0.${index >> 8}.${index & 255}, 192.0.2.1`)
      expect(await makeGuests(stack, spoofed)).toBe(share)
      expect(await makeGuests(stack, ['192.0.2.2'])).toBe(1)
    },
    { TRUSTED_PROXY_HOPS: '1' },
  ))

it('a /64 of IPv6 that is rotated is one address', () =>
  withLimits(
    limited,
    async (stack) => {
      const rotated = Array.from({ length: attempts }, (_, index) => `2001:db8:1:2::${index.toString(16)}`)
      expect(await makeGuests(stack, rotated)).toBe(share)
      expect(await makeGuests(stack, ['2001:db8:1:3::1'])).toBe(1)
    },
    { TRUSTED_PROXY_HOPS: '1' },
  ))

it.skipIf(!process.env.REDIS_URL || !postgres)(
  'three processes count together, whatever addresses a caller makes up',
  { timeout: patience(30_000) },
  () =>
    withStack(
      (stack) =>
        inProcesses(stack, async (bffs) => {
          const part = Math.ceil(attempts / bffs.length)
          const made = await Promise.all(
            bffs.map((bff, process) => {
              const rotated = Array.from(
                { length: part },
                (_, index) => `2001:db8:1:2:${process}::${index.toString(16)}`,
              )
              return makeGuests(bff, rotated)
            }),
          )
          const all = made.reduce((sum, count) => sum + count)
          measured('let through', `${all} of a limit of ${share}`)
          expect(Math.abs(all - share)).toBeLessThanOrEqual(0.05 * share)
        }),
      {
        ...(postgres && { storage: postgres }),
        env: { RATE_LIMITS: limited, TRUSTED_PROXY_HOPS: '1' },
      },
    ),
)

it('a session has a share of its own, for an operation and over all of them', () =>
  withLimits('getUserInfo.session=3/600,everything.session=5/600', async (stack) => {
    const [first, second] = [await stack.becomeGuest(), await stack.becomeGuest()]
    for (let call = 0; call < 3; call++) expect((await stack.userInfo(first.token)).status).toBe(200)
    expectProblem(await stack.userInfo(first.token), 429, 'rate_limit.exceeded')
    expect((await stack.api('GET', '/v1/rides', { token: first.token })).status).toBe(200)
    expectProblem(await stack.api('GET', '/v1/rides', { token: first.token }), 429, 'rate_limit.exceeded')
    expect((await stack.userInfo(second.token)).status).toBe(200)
  }))

it('a login starts no new share of an operation', () =>
  withLimits('getUserInfo.session=3/600', async (stack) => {
    for (let login = 0; login < 3; login++) {
      expect((await stack.userInfo((await stack.signIn()).token)).status).toBe(200)
    }
    expectProblem(await stack.userInfo((await stack.signIn()).token), 429, 'rate_limit.exceeded')
    expect((await stack.userInfo((await stack.signIn({ user: 'bob' })).token)).status).toBe(200)
  }))

it('a ranking is told as often as a hand asks for it, and no oftener', () =>
  withStack(async (stack) => {
    const { token } = await stack.becomeGuest()
    const ask = () => stack.api('GET', '/v1/leaderboards/nowhere?period=today', { token })
    for (let call = 0; call < 300; call++) expect((await ask()).status).toBe(404)
    expectProblem(await ask(), 429, 'rate_limit.exceeded')
  }))

it('all requests of an address count together, and health is answered all the same', () =>
  withLimits('everything.address=4/600', async (stack) => {
    for (const path of ['/v1/overview', '/v1/trails', '/v1/nothing', '/v1/openapi.json']) await stack.api('GET', path)
    const refused = await stack.api('GET', '/v1/overview')
    expectProblem(refused, 429, 'rate_limit.exceeded')
    expect((await stack.api('GET', '/healthz')).status).toBe(200)
    expect((await stack.api('GET', '/readyz')).status).toBe(200)
  }))

it('every limit is multiplied by the factor', () =>
  withLimits(
    'createGuestSession.address=4/600',
    async (stack) => expect(await makeGuests(stack, Array(12).fill('10.0.0.1'))).toBe(10),
    { RATE_LIMIT_FACTOR: '2.5' },
  ))

it('a factor that lifts all limits is warned of in production', () =>
  withStack(async ({ log }) => expect(log).toContain('config.rate_limits_lifted'), {
    production: true,
    env: { RATE_LIMIT_FACTOR: '11' },
  }))

it('the table names only operations there are', () =>
  withStack(async (stack) => {
    const { body } = await stack.api<{ paths: Record<string, Record<string, { operationId: string }>> }>(
      'GET',
      '/v1/openapi.json',
    )
    const ids = Object.values(body.paths).flatMap((item) => Object.values(item).map(({ operationId }) => operationId))
    // The page for owners of apps is no operation of the interface.
    expect([...ids, 'everything', 'secretPage']).toEqual(expect.arrayContaining(Object.keys(defaultLimits)))
  }))
