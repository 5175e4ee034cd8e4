import { describe, expect, it } from 'vitest'
import { createAccounts } from '../support/account.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { figure, patience } from '../support/figure.ts'
import { inBatches } from '../support/in-batches.ts'
import { inProcesses, type RunningBff } from '../support/in-processes.ts'
import { randomId } from '../support/journeys.ts'
import { measured } from '../support/measured.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const people = figure('PEOPLE', 2)
const withinMs = 1000
let slowestMs = 0

/** Somebody whose session every process has answered for of late. */
interface Walker {
  bff: RunningBff
  user: string
  deviceId: string
  code: string
  token: string
}

/** What ends the walker's session. */
const endings: Record<string, (walker: Walker) => Promise<unknown>> = {
  'a sign-out': ({ bff, token }) => createAccounts(bff).signOut(token),
  async 'another device'({ bff, user }) {
    const account = createAccounts(bff)
    const own = await bff.signIn({ user })
    for (const { id, current } of (await account.devices(own.token)).body.sessions) {
      if (!current) await account.endDevice(own.token, id)
    }
  },
  'a login of the same device': ({ bff, user, deviceId }) => bff.signIn({ user, deviceId }),
  'another nonce for its code': ({ bff, code }) => bff.login({ code }),
  'the end of the account': ({ bff, token }) => createAccounts(bff).erase(token),
}

async function beKnown(bffs: readonly RunningBff[], stack: Stack, index: number): Promise<Walker> {
  const bff = bffs[index % bffs.length] as RunningBff
  const user = `walker-${index}`
  await stack.addPerson(user)
  const [deviceId, code] = [randomId(), await stack.code(user)]
  const { token } = await bff.signIn({ user, deviceId, code })
  await bff.register(token)
  for (const each of bffs) expect((await each.userInfo(token)).body.registered).toBe(true)
  return { bff, user, deviceId, code, token }
}

describe.each(storages)('on $name', (storage) => {
  it(
    `a session of ${people} people is dead at every process within a second, whatever ended it`,
    { timeout: patience(60_000) },
    () =>
      withStack(
        (stack) =>
          inProcesses(stack, (bffs) =>
            inBatches(people * Object.keys(endings).length, async (index) => {
              const walker = await beKnown(bffs, stack, index)
              await Object.values(endings)[index % Object.keys(endings).length]?.(walker)
              const endedAt = performance.now()
              const isDead = async (bff: RunningBff) => (await bff.userInfo(walker.token)).status === 401
              for (const bff of bffs) await until('it is dead', () => isDead(bff))
              slowestMs = Math.max(slowestMs, performance.now() - endedAt)
              measured('dead everywhere', `after ${Math.ceil(slowestMs)} ms at the latest`)
              expect(slowestMs).toBeLessThan(withinMs)
              for (const bff of bffs) expectProblem(await bff.userInfo(walker.token), 401, 'session.expired')
            }),
          ),
        { storage },
      ),
  )
})
