import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('40163 after an own try of uncertain fate: spent', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId() }
  await stack.fail({ mode: 'busy', handled: true, count: 1 })
  expectProblem(await stack.login(request), 409, 'login.code_spent')
  expectProblem(await stack.login(request), 409, 'login.code_spent')
  expect(await stack.upstreamCalls()).toMatchObject([{ errcode: -1 }, { errcode: 40163 }])
})
