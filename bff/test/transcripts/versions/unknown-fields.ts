import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId, weapp } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('unknown fields are refused at our version and dropped at a newer one', async (stack) => {
  const body = { platform: 'weapp', appId: weapp.appId, deviceId: randomId(), colour: 'red' }
  const post = (headers: Record<string, string>) => stack.api('POST', '/v1/session/guest', { body, headers })
  for (const headers of [{}, { 'Trailpass-Contract': '1' }]) {
    const answer = await post(headers)
    expectProblem(answer, 400, 'request.invalid')
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/colour' }] })
  }
  expect((await post({ 'Trailpass-Contract': '2' })).status).toBe(200)

  const read = (headers: Record<string, string>) =>
    stack.api('GET', '/v1/agreements?language=en&colour=red', { headers })
  expectProblem(await read({ 'Trailpass-Contract': '1' }), 400, 'request.invalid')
  expect((await read({ 'Trailpass-Contract': '2' })).status).toBe(200)
})
