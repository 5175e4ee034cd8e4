import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'
import { until } from '../../support/until.ts'

const dayMs = 86_400_000

export default transcript('a session in use ends 90 days after its login all the same', async (stack) => {
  const { token } = await stack.signIn()
  for (const day of [29, 58, 87]) {
    stack.advance(29 * dayMs)
    // Last-seen is written beside the request: the next use may have to wait for it.
    await until(`the session is in use on day ${day}`, async () => (await stack.userInfo(token)).status === 200)
  }
  stack.advance(3 * dayMs)
  expectProblem(await stack.userInfo(token), 401, 'session.expired')
})
