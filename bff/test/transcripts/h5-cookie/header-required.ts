import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { expectProblem } from '../../support/expect-problem.ts'
import { h5Origin } from '../../support/stack.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a cookie without the header changes nothing', async (stack) => {
  const { cookie } = await loginByCookie(stack)
  const headers = { cookie, origin: h5Origin }
  expectProblem(await stack.api('DELETE', '/v1/session', { headers }), 401, 'session.missing')
  expect((await stack.api('GET', '/v1/userinfo', { headers })).status).toBe(200)
})
