import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { figure, patience } from '../support/figure.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const outages = figure('OUTAGES', 1)
const opensWithinMs = 10_000
const closesWithinMs = 30_000
const loginEveryMs = 40

/** Calls on and on; stopped, it tells how the answers were. */
function keepCalling(call: () => Promise<number>, everyMs: number) {
  let stopped = false
  const statuses: Promise<number>[] = []
  const calling = (async () => {
    while (!stopped) {
      statuses.push(call())
      await delay(everyMs)
    }
  })()
  return async (): Promise<ReadonlySet<number>> => {
    stopped = true
    await calling
    return new Set(await Promise.all(statuses))
  }
}

const count = (stack: Stack, event: string) => stack.log.split(`"${event}"`).length - 1

/** WeChat swallows every request until the breaker opens; then it is back. */
async function loseWeChat(stack: Stack): Promise<void> {
  const [opened, closed] = [count(stack, 'upstream.breaker_open'), count(stack, 'upstream.breaker_closed')]
  await stack.fail({ mode: 'slow', delayMs: 600_000 })
  await until('the breaker opens', () => count(stack, 'upstream.breaker_open') > opened, opensWithinMs)

  const asked = (await stack.upstreamCalls()).length
  expect((await stack.signIn()).degraded).toBe(true)
  // One more now and then, to see whether it is back.
  expect((await stack.upstreamCalls()).length - asked).toBeLessThan(5)

  await stack.recover()
  await until('logins work again', async () => !(await stack.signIn()).degraded, closesWithinMs)
  expect(count(stack, 'upstream.breaker_closed')).toBeGreaterThan(closed)
}

it(
  `spares a WeChat that is a black hole, serves sessions meanwhile, and notices its recovery, ${outages} times`,
  {
    timeout: patience(60_000),
  },
  () =>
    withStack(
      async (stack) => {
        const { token } = await stack.signIn()
        for (let outage = 1; outage <= outages; outage++) {
          const stopChecks = keepCalling(async () => (await stack.userInfo(token)).status, 10)
          const stopLogins = keepCalling(async () => (await stack.login()).status, loginEveryMs)
          const lost = await loseWeChat(stack).then(
            () => undefined,
            (error: unknown) => error,
          )
          const answered = [await stopLogins(), await stopChecks()]
          if (lost !== undefined) throw lost
          expect(answered).toEqual([new Set([200]), new Set([200])])
          // What was under way when WeChat came back has ended by now; the next outage starts with a closed breaker.
          await until('logins work', async () => !(await stack.signIn()).degraded, closesWithinMs)
        }
      },
      { env: { RATE_LIMIT_FACTOR: '1000' } },
    ),
)
