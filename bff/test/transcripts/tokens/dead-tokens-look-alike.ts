import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('unknown, revoked and expired tokens cannot be told apart', async (stack) => {
  const unknown = randomId()
  const { token: revoked } = await stack.signIn({ user: 'alice' })
  await stack.api('DELETE', '/v1/session', { token: revoked })
  const { token: expired } = await stack.signIn({ user: 'bob' })
  stack.advance(30 * 86_400_000)

  const answers = []
  for (const token of [unknown, revoked, expired, 'of.another.shape==']) {
    const answer = await stack.userInfo(token)
    expectProblem(answer, 401, 'session.expired')
    answers.push({ ...answer.body, instance: 'differs' })
  }
  for (const answer of answers) expect(answer).toEqual(answers[0])
})
