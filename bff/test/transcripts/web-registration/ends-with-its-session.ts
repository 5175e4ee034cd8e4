import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'
import { createWebRegistration } from '../../support/web-registration.ts'

export default transcript('a web registration ends after 15 minutes, with its session, or by itself', async (stack) => {
  const web = createWebRegistration(stack)
  const deviceId = randomId()
  const { token } = await stack.signIn({ deviceId })
  const open = async (as = token) => (await web.redeem(await web.ticketFor(as))).cookie
  const see = (cookie: string) => stack.api('GET', '/v1/userinfo', { headers: web.asPage(cookie) })

  const old = await open()
  stack.advance(14 * 60_000)
  expect((await see(old)).status).toBe(200)
  stack.advance(60_000)
  expectProblem(await see(old), 401, 'session.expired')

  const left = await open()
  const gone = await stack.api('DELETE', '/v1/session', { headers: web.asPage(left) })
  expect(gone.status).toBe(204)
  expect(gone.headers.getSetCookie()[0]).toMatch(/^trailpass-registration=;/)
  expectProblem(await see(left), 401, 'session.expired')
  expect((await stack.userInfo(token)).status).toBe(200)

  const orphan = await open()
  const { token: next } = await stack.signIn({ deviceId })
  expectProblem(await see(orphan), 401, 'session.expired')
  expect((await see(await open(next))).status).toBe(200)
})
