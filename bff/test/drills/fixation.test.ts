import { describe, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { figure, patience } from '../support/figure.ts'
import { inBatches } from '../support/in-batches.ts'
import { inProcesses, type RunningBff } from '../support/in-processes.ts'
import { randomId } from '../support/journeys.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const people = figure('PEOPLE', 5)

describe.each(storages)('on $name', (storage) => {
  it(
    `a token that somebody had before ${people} logins opens nothing after them, at any process`,
    { timeout: patience(120_000) },
    () =>
      withStack(
        (stack) =>
          inProcesses(stack, (bffs) =>
            inBatches(people, async (index) => {
              const at = (turn: number) => bffs[(index + turn) % bffs.length] as RunningBff
              const user = `walker-${index}`
              await stack.addPerson(user)
              const deviceId = randomId()
              const guest = await at(0).becomeGuest(randomId())
              const first = await at(1).signIn({ user, guestToken: guest.token, deviceId })
              for (const bff of bffs) expectProblem(await bff.userInfo(guest.token), 401, 'session.expired')
              await at(2).signIn({ user, deviceId })
              for (const bff of bffs) expectProblem(await bff.userInfo(first.token), 401, 'session.expired')
            }),
          ),
        { storage },
      ),
  )
})
