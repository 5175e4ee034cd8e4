import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

const dayMs = 86_400_000

export default transcript('a session ends 30 days after its last use, which is what expiresAt says', async (stack) => {
  const { token, expiresAt } = await stack.signIn()
  expect(Math.abs(Date.parse(expiresAt) - stack.clock.now().getTime() - 30 * dayMs)).toBeLessThan(5000)
  stack.advance(30 * dayMs - 60_000)
  expect((await stack.userInfo(token)).status).toBe(200)
  stack.advance(30 * dayMs + 60_000)
  expectProblem(await stack.userInfo(token), 401, 'session.expired')
})
