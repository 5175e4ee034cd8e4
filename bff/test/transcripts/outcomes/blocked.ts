import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('40226: the account is blocked, and no further try is made', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId() }
  await stack.fail({ mode: 'errcode', errcode: 40226 })
  expectProblem(await stack.login(request), 403, 'account.blocked')
  expectProblem(await stack.login(request), 403, 'account.blocked')
  expect(await stack.upstreamCalls()).toHaveLength(1)
})
