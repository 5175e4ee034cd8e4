import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('without identity: log in first', async (stack) => {
  const { token } = await stack.becomeGuest()
  expectProblem(await stack.register(token), 403, 'session.identity_required')
})
