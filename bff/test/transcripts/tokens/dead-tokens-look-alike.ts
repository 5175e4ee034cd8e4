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
  for (const token of [unknown, revoked, expired]) {
    const answer = await stack.userInfo(token)
    expectProblem(answer, 401, 'session.expired')
    answers.push({ ...answer.body, instance: 'differs' })
  }
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})
