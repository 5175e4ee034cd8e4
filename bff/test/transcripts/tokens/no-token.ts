import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('no bearer is answered session.missing', async ({ api }) => {
  expectProblem(await api('GET', '/v1/userinfo'), 401, 'session.missing')
  expectProblem(await api('DELETE', '/v1/session'), 401, 'session.missing')
})
