import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('other nonce, after a degraded answer: rejected, and the guest stays', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
  await stack.fail({ mode: 'reset' })
  const { token } = await stack.signIn(request)
  expectProblem(await stack.login({ ...request, nonce: randomId() }), 401, 'login.code_rejected')
  expect((await stack.userInfo(token)).status).toBe(200)
})
