import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId, weapp } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a nonce of the right shape is required', async (stack) => {
  for (const nonce of [undefined, '', 'n'.repeat(21), 'n'.repeat(65), `${randomId()}=`]) {
    const body = { platform: 'weapp', appId: weapp.appId, code: await stack.code(), deviceId: randomId(), nonce }
    const answer = await stack.api('POST', '/v1/session', { body })
    expectProblem(answer, 400, 'request.invalid')
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/nonce' }] })
  }
})
