import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId, weapp } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a device id of the right shape is required at login and for a guest', async (stack) => {
  for (const deviceId of [undefined, 'a'.repeat(21), 'a'.repeat(65), `${randomId()}!`]) {
    const request = { platform: 'weapp', appId: weapp.appId, deviceId }
    const login = { ...request, code: await stack.code(), nonce: randomId() }
    for (const answer of [
      await stack.api('POST', '/v1/session', { body: login }),
      await stack.api('POST', '/v1/session/guest', { body: request }),
    ]) {
      expectProblem(answer, 400, 'request.invalid')
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/deviceId' }] })
    }
  }
  expect(await stack.upstreamCalls()).toEqual([])
})
