import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { agreedVersions } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a missing or outdated agreement is refused, and nothing is kept', async (stack) => {
  const { token } = await stack.signIn()
  const outdated = agreedVersions.map(({ id }) => ({ id, version: '1999-01' }))
  for (const agreements of [[], agreedVersions.slice(1), outdated]) {
    const answer = await stack.register(token, { nickname: '小林', agreements })
    expectProblem(answer, 422, 'registration.agreement_required')
  }
  expect((await stack.userInfo(token)).body).toMatchObject({ registered: false, nickname: null, consents: [] })
})
