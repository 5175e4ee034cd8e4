import { describe, expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { figure } from '../support/figure.ts'
import { inBatches } from '../support/in-batches.ts'
import { randomId } from '../support/journeys.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const codes = figure('CODES', 20)
const eventsIn = (log: string) => log.split('\n').filter((line) => line.includes('"login.code_contested"')).length

describe.each(storages)('on $name', (storage) => {
  it(`none of ${codes} stolen codes is worth anything, and each is noted once`, () =>
    withStack(
      async (stack) => {
        await inBatches(codes, async (index) => {
          const user = `walker-${index}`
          await stack.addPerson(user)
          const request = { code: await stack.code(user), nonce: randomId(), deviceId: randomId() }
          const { token } = await stack.signIn(request)
          expectProblem(
            await stack.login({ ...request, nonce: randomId(), deviceId: randomId() }),
            401,
            'login.code_rejected',
          )
          expectProblem(await stack.userInfo(token), 401, 'session.expired')
          expectProblem(await stack.login(request), 409, 'login.code_spent')
        })
        expect(eventsIn(stack.log)).toBe(codes)
        expect(await stack.upstreamCalls()).toHaveLength(codes)
      },
      { storage },
    ))
})
