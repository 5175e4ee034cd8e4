import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { loginAt, onOtherPlatforms } from '../../support/other-platforms.ts'

export default onOtherPlatforms('one code, one call, one session; another nonce is refused', async (stack, other) => {
  const code = await stack.code('alice', other.appId)
  const request = { ...loginAt(other), code, nonce: randomId(), deviceId: randomId() }
  const answers = await Promise.all(Array.from({ length: 20 }, () => stack.login(request)))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await stack.upstreamCalls(other.path)).toHaveLength(1)
  expectProblem(await stack.login({ ...request, nonce: randomId() }), 401, 'login.code_rejected')
  expect((await stack.userInfo(answers[0]?.body.token ?? '')).status).toBe(401)
})
