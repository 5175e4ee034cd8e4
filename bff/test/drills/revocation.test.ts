import { describe, expect, it } from 'vitest'
import { createAccounts } from '../support/account.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { figure, patience } from '../support/figure.ts'
import { inBatches } from '../support/in-batches.ts'
import { inProcesses, type RunningBff } from '../support/in-processes.ts'
import { randomId } from '../support/journeys.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const people = figure('PEOPLE', 2)
const withinMs = 1000

/** What ends a session: each answers the token that is dead once it resolves. */
type Ending = (bff: RunningBff, stack: Stack, user: string) => Promise<string>

const endings: Record<string, Ending> = {
  async 'a sign-out'(bff, _stack, user) {
    const { token } = await bff.signIn({ user })
    await createAccounts(bff).signOut(token)
    return token
  },
  async 'another device'(bff, _stack, user) {
    const account = createAccounts(bff)
    const [own, other] = [await bff.signIn({ user }), await bff.signIn({ user })]
    for (const { id, current } of (await account.devices(own.token)).body.sessions) {
      if (!current) await account.endDevice(own.token, id)
    }
    return other.token
  },
  async 'a login of the same device'(bff, _stack, user) {
    const deviceId = randomId()
    const { token } = await bff.signIn({ user, deviceId })
    await bff.signIn({ user, deviceId })
    return token
  },
  async 'another nonce for its code'(bff, stack, user) {
    const code = await stack.code(user)
    const { token } = await bff.signIn({ code })
    await bff.login({ code })
    return token
  },
  async 'the end of the account'(bff, _stack, user) {
    const { token } = await bff.signIn({ user })
    await createAccounts(bff).erase(token)
    return token
  },
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
              const user = `walker-${index}`
              await stack.addPerson(user)
              const [, end] = Object.entries(endings)[index % Object.keys(endings).length] as [string, Ending]
              const token = await end(bffs[index % bffs.length] as RunningBff, stack, user)
              const endedAt = performance.now()
              const answers = await Promise.all(bffs.map((bff) => bff.userInfo(token)))
              expect(performance.now() - endedAt).toBeLessThan(withinMs)
              for (const answer of answers) expectProblem(answer, 401, 'session.expired')
            }),
          ),
        { storage },
      ),
  )
})
