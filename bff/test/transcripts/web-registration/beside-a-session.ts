import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { expectProblem } from '../../support/expect-problem.ts'
import { h5Origin } from '../../support/stack.ts'
import { transcript } from '../../support/transcript.ts'
import { createWebRegistration } from '../../support/web-registration.ts'

export default transcript('a web registration leaves the session of its browser alone', async (stack) => {
  const web = createWebRegistration(stack)
  const mine = await loginByCookie(stack)
  const { token, principal } = await stack.signIn({ user: 'bob' })
  const { cookie } = await web.redeem(await web.ticketFor(token), { cookie: mine.cookie })
  const jar = `${mine.cookie}; ${cookie}`
  const whoIs = async (mode: string, jar: string) => {
    const headers = { cookie: jar, origin: h5Origin, 'Trailpass-Session': mode }
    return stack.api<{ userId: string }>('GET', '/v1/userinfo', { headers })
  }
  expect((await whoIs('cookie', jar)).body.userId).toBe(mine.answer.body.principal.userId)
  expect((await whoIs('registration', jar)).body.userId).toBe(principal.userId)
  expect((await whoIs('cookie', cookie)).body.userId).toBe(principal.userId)
  expectProblem(await whoIs('registration', mine.cookie), 401, 'session.missing')
})
