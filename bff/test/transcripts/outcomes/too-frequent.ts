import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('45011: no further try until Retry-After has passed', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId() }
  await stack.fail({ mode: 'errcode', errcode: 45011, count: 1 })
  const limited = await stack.login(request)
  expectProblem(limited, 429, 'rate_limit.exceeded')
  expect(limited.headers.get('retry-after')).toBe('60')

  stack.advance(30_000)
  const early = await stack.login(request)
  expectProblem(early, 429, 'rate_limit.exceeded')
  expect(Number(early.headers.get('retry-after'))).toBeLessThanOrEqual(30)
  expect(await stack.upstreamCalls()).toHaveLength(1)

  stack.advance(30_000)
  expect((await stack.login(request)).body.degraded).toBe(false)

  const contested = { code: await stack.code(), nonce: randomId() }
  await stack.fail({ mode: 'errcode', errcode: 45011, count: 1 })
  await stack.login(contested)
  stack.advance(60_000)
  expectProblem(await stack.login({ ...contested, nonce: randomId() }), 401, 'login.code_rejected')
  expectProblem(await stack.login(contested), 409, 'login.code_spent')
})
