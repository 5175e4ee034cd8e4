import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'
import { until } from '../../support/until.ts'

export default transcript(
  'other nonce, after the entry of a holder still in flight ran out: the late holder gets no session',
  async (stack) => {
    const code = await stack.code()
    await stack.fail({ mode: 'slow', delayMs: 500 })
    const holder = stack.login({ code })
    await until('the code is upstream', async () => (await stack.upstreamCalls()).length === 1)
    stack.advance(15 * 60_000)
    const other = stack.login({ code })
    expectProblem(await holder, 409, 'login.code_spent')
    expectProblem(await other, 401, 'login.code_rejected')
    expect(await stack.context.store.read(() => stack.context.stores.sessions.countPeopleSeenSince(new Date(0)))).toBe(
      0,
    )
  },
)
