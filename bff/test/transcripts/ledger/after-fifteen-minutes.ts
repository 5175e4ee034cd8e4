import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('after 15 minutes: goes upstream, which knows the code as used', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
  await stack.signIn(request)
  stack.advance(15 * 60_000)
  expectProblem(await stack.login(request), 401, 'login.code_rejected')
  expect(await stack.upstreamCalls()).toMatchObject([{ errcode: 0 }, { errcode: 40163 }])
})
