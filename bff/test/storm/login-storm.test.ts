import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { randomId } from '../support/journeys.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const callers = 1000

it.each(storages)('1,000 at once with one code and nonce: one upstream call, one session, on $name', (storage) =>
  withStack(
    async (stack) => {
      const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
      const answers = await Promise.all(Array.from({ length: callers }, () => stack.login(request)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect(await stack.upstreamCalls()).toHaveLength(1)

      const token = answers[0]?.body.token ?? ''
      expect((await stack.userInfo(token)).status).toBe(200)
      expectProblem(await stack.login({ ...request, nonce: randomId() }), 401, 'login.code_rejected')
      expectProblem(await stack.userInfo(token), 401, 'session.expired')
      expect(await stack.upstreamCalls()).toHaveLength(1)
    },
    { storage },
  ),
)

it.each(storages)(
  'one code with 50 nonces at once: one upstream call and no session for anybody, on $name',
  (storage) =>
    withStack(
      async (stack) => {
        await stack.fail({ mode: 'slow', delayMs: 500 })
        const code = await stack.code()
        const answers = await Promise.all(Array.from({ length: 50 }, () => stack.login({ code })))
        expect(answers.map(({ status }) => status).sort()).toEqual([...Array(49).fill(401), 409])
        expect(await stack.upstreamCalls()).toHaveLength(1)
      },
      { storage },
    ),
)
