import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { transcript } from '../../support/transcript.ts'
import { createWebRegistration } from '../../support/web-registration.ts'

export default transcript('a web registration is no login: one that names nobody makes a guest', async (stack) => {
  const web = createWebRegistration(stack)
  const { token, principal } = await stack.signIn({ user: 'bob' })
  const { cookie } = await web.redeem(await web.ticketFor(token))
  await stack.fail({ mode: 'down' })
  const degraded = await loginByCookie(stack, { cookie })
  expect(degraded.answer.body).toMatchObject({ degraded: true, identified: false, principal: { kind: 'guest' } })
  expect(degraded.answer.body.principal.userId).not.toBe(principal.userId)
  const headers = { cookie: `${degraded.cookie}; ${cookie}`, 'Trailpass-Session': 'cookie' }
  expect((await stack.api('GET', '/v1/sessions', { headers })).status).toBe(200)
})
