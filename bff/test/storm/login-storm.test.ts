import { describe, expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { figure, patience } from '../support/figure.ts'
import { each, inProcesses } from '../support/in-processes.ts'
import { randomId } from '../support/journeys.ts'
import { measured } from '../support/measured.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const callers = figure('CALLERS', 300)

describe.each(storages)('on $name', (storage) => {
  it(
    `${callers} at once with one code and nonce, on every process: one upstream call, one session`,
    { timeout: patience(120_000) },
    () =>
      withStack(
        (stack) =>
          inProcesses(stack, async (bffs) => {
            const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
            const startedAt = performance.now()
            const answers = await each(bffs, callers, (bff) => bff.login(request))
            measured(`all answered on ${storage.name}`, `in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
            expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
            expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
            expect(await stack.upstreamCalls()).toHaveLength(1)
            expect(answers[0]?.body.degraded, 'the platform answered in time').toBe(false)

            const token = answers[0]?.body.token ?? ''
            for (const bff of bffs) expect((await bff.userInfo(token)).status).toBe(200)
            const stolen = await each(bffs, 1, (bff) => bff.login({ ...request, nonce: randomId() }))
            for (const answer of stolen) expectProblem(answer, 401, 'login.code_rejected')
            for (const bff of bffs) expectProblem(await bff.userInfo(token), 401, 'session.expired')
            expect(await stack.upstreamCalls()).toHaveLength(1)
          }),
        { storage, env: { RATE_LIMIT_FACTOR: '10' } },
      ),
  )
})

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
