import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('signing out ends this session and no other', async (stack) => {
  const [here, there] = [await stack.signIn(), await stack.signIn()]
  expect((await stack.api('DELETE', '/v1/session', { token: here.token })).status).toBe(204)
  expectProblem(await stack.userInfo(here.token), 401, 'session.expired')
  expect((await stack.userInfo(there.token)).status).toBe(200)
})
