import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('same nonce, after that session was replaced: spent', async (stack) => {
  const deviceId = randomId()
  const request = { code: await stack.code(), nonce: randomId(), deviceId }
  await stack.signIn(request)
  const { token } = await stack.signIn({ deviceId })
  expectProblem(await stack.login(request), 409, 'login.code_spent')
  expect((await stack.userInfo(token)).status).toBe(200)
})
