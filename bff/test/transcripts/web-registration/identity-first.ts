import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'
import { createWebRegistration } from '../../support/web-registration.ts'

export default transcript('no ticket without a session, nor without identity', async (stack) => {
  const web = createWebRegistration(stack)
  expectProblem(await web.createTicket(''), 401, 'session.missing')
  const { token } = await stack.becomeGuest()
  expectProblem(await web.createTicket(token), 403, 'session.identity_required')
})
