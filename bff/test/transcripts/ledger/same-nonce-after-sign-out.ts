import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('same nonce, after sign-out: spent', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId() }
  const { token } = await stack.signIn(request)
  await stack.api('DELETE', '/v1/session', { token })
  expectProblem(await stack.login(request), 409, 'login.code_spent')
  expect(await stack.upstreamCalls()).toHaveLength(1)
})
