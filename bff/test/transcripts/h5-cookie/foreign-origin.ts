import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('unsafe methods are refused from a foreign origin, and from none', async (stack) => {
  const { cookie } = await loginByCookie(stack)
  for (const origin of [{}, { origin: 'https://evil.example' }, { origin: 'null' }]) {
    const headers = { cookie, 'Trailpass-Session': 'cookie', ...origin }
    expectProblem(await stack.api('DELETE', '/v1/session', { headers }), 403, 'request.origin_refused')
  }
  expect((await stack.api('GET', '/v1/userinfo', { headers: { cookie } })).status).toBe(200)
})
