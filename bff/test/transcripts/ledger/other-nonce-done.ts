import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript(
  'other nonce, done: rejected, and the session issued for this code is revoked',
  async (stack) => {
    const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
    const { token } = await stack.signIn(request)
    expectProblem(await stack.login({ ...request, nonce: randomId() }), 401, 'login.code_rejected')

    expectProblem(await stack.userInfo(token), 401, 'session.expired')
    expectProblem(await stack.login(request), 409, 'login.code_spent')
    expect(await stack.upstreamCalls()).toHaveLength(1)
    expect(stack.log).toContain('login.code_contested')
  },
)
