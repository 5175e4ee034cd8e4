import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('40029: rejected, and not asked again for the same code', async (stack) => {
  const request = { code: 'invented', nonce: randomId() }
  expectProblem(await stack.login(request), 401, 'login.code_rejected')
  expectProblem(await stack.login(request), 401, 'login.code_rejected')
  expect(await stack.upstreamCalls()).toMatchObject([{ errcode: 40029 }])
})
