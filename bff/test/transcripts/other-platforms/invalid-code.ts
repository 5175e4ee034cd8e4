import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { loginAt, onOtherPlatforms } from '../../support/other-platforms.ts'

export default onOtherPlatforms('an invented code, and one that was used elsewhere: rejected', async (stack, other) => {
  const request = { ...loginAt(other), code: 'invented', nonce: randomId() }
  expectProblem(await stack.login(request), 401, 'login.code_rejected')
  expectProblem(await stack.login(request), 401, 'login.code_rejected')
  expect(await stack.upstreamCalls(other.path)).toHaveLength(1)

  // A code of another app is none of this one's.
  expectProblem(await stack.login({ ...loginAt(other), code: await stack.code() }), 401, 'login.code_rejected')
})
