import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'
import { until } from '../../support/until.ts'

export default transcript(
  'other nonce, in flight: rejected, and nobody gets a session for this code',
  async (stack) => {
    const code = await stack.code()
    await stack.fail({ mode: 'slow', delayMs: 500 })
    const holder = stack.login({ code })
    await until('the code is upstream', async () => (await stack.upstreamCalls()).length === 1)
    expectProblem(await stack.login({ code }), 401, 'login.code_rejected')
    expectProblem(await holder, 409, 'login.code_spent')
    expect(await stack.upstreamCalls()).toHaveLength(1)
  },
)
