import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { expectProblem } from '../../support/expect-problem.ts'
import { h5Origin } from '../../support/stack.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('signing out takes the cookie back and ends its session', async (stack) => {
  const { cookie } = await loginByCookie(stack)
  const headers = { cookie, origin: h5Origin, 'Trailpass-Session': 'cookie' }
  const { status, headers: answered } = await stack.api('DELETE', '/v1/session', { headers })
  expect(status).toBe(204)
  expect(answered.getSetCookie()[0]).toMatch(/^trailpass=;.*expires=Thu, 01 Jan 1970/i)
  expectProblem(await stack.api('GET', '/v1/userinfo', { headers: { cookie } }), 401, 'session.expired')
})
