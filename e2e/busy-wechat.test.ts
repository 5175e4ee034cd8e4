import { setTimeout as delay } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { figure, patience, seed } from '../bff/test/support/figure.ts'
import { measured } from '../bff/test/support/measured.ts'
import { startBusyPlatform } from './support/busy-platform.ts'
import { createClient } from './support/client.ts'
import { startStack } from './support/stack.ts'

const people = figure('PEOPLE', 60)
/** A drill takes ten minutes for them; a test does not. */
const seconds = figure('SECONDS', 0)
const busyPercent = 20
const firstPauseMs = 5_000

it(`signs ${people} people in while WeChat is busy in ${busyPercent} % of its answers`, {
  timeout: patience(60_000),
}, async () => {
  const answers = fc.sample(fc.noBias(fc.nat({ max: 99 })), { numRuns: people * 8, seed: seed(20_261_122) })
  const platform = await startBusyPlatform(() => (answers.pop() ?? 99) < busyPercent)
  const stack = await startStack({ LOG_LEVEL: 'warn', RATE_LIMIT_FACTOR: '10', WECHAT_API_URL: platform.url })
  platform.target = stack.simulatorUrl
  try {
    const outcomes = { signedIn: 0, guests: 0, nobody: 0 }
    const signInOne = async (index: number) => {
      await delay((seconds * 1000 * index) / people)
      const user = `walker-${index}`
      await stack.simulator('POST', '/_sim/users', { id: user, name: user })
      let later = 0
      const client = createClient(stack, user, { now: () => Date.now() + later })
      const { store, access } = client.session
      await store.getState().start()
      // Whom the first code did not bring in is tried once more at the next show.
      if (store.getState().degraded || store.getState().fault !== null) {
        later = firstPauseMs
        await store.getState().wake()
      }
      const { user: known, degraded, fault } = store.getState()
      if (known !== null && !degraded && fault === null) outcomes.signedIn += 1
      else if (access.token() !== null) outcomes.guests += 1
      else outcomes.nobody += 1
      expect(client.logins).toBeLessThanOrEqual(4)
    }
    await Promise.all(Array.from({ length: people }, (_, index) => signInOne(index)))
    measured('people', `${outcomes.signedIn} signed in, ${outcomes.guests} guests, ${outcomes.nobody} nobody`)
    expect(outcomes.nobody).toBe(0)
    // 99.9 %, and of a few at most one.
    expect(people - outcomes.signedIn).toBeLessThanOrEqual(Math.max(1, people / 1000))
    expect(Math.max(...platform.tries.values())).toBeLessThanOrEqual(3)
    expect(answers.length).toBeLessThan(people * 7)
  } finally {
    await stack.stop()
    platform.close()
  }
})
