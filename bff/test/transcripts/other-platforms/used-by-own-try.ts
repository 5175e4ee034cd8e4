import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { loginAt, onOtherPlatforms } from '../../support/other-platforms.ts'

export default onOtherPlatforms('refused after an own try of uncertain fate: spent', async (stack, other) => {
  await stack.fail({ mode: 'busy', handled: true, count: 1 })
  expectProblem(await stack.login(loginAt(other)), 409, 'login.code_spent')
  expect(await stack.upstreamCalls(other.path)).toHaveLength(2)
  expect((await stack.signIn(loginAt(other))).degraded).toBe(false)
})
