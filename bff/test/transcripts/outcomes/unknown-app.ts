import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('an app nobody registered is unknown, at login and for a guest', async (stack) => {
  expectProblem(await stack.login({ code: 'any', appId: 'wx-unknown' }), 404, 'app.unknown')
  expectProblem(await stack.login({ code: 'any', platform: 'tt' }), 404, 'app.unknown')
  const body = { platform: 'alipay', appId: 'a', deviceId: 'd'.repeat(22) }
  expectProblem(await stack.api('POST', '/v1/session/guest', { body }), 404, 'app.unknown')
  expect(await stack.upstreamCalls()).toEqual([])
})
