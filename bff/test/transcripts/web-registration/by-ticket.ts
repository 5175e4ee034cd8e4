import { expect } from 'vitest'
import { h5Origin } from '../../support/stack.ts'
import { transcript } from '../../support/transcript.ts'
import { createWebRegistration, readTicket } from '../../support/web-registration.ts'

export default transcript(
  'a ticket registers its person on the web, and the session that asked goes on',
  async (stack) => {
    const web = createWebRegistration(stack)
    const { token, principal } = await stack.signIn()
    const { status, body } = await web.createTicket(token)
    expect(status).toBe(200)
    expect(new Date(body.expiresAt).getTime() - stack.clock.now().getTime()).toBeLessThanOrEqual(60_000)
    // Behind the `#`, so that no browser sends it.
    expect(body.url).toMatch(new RegExp(`^${h5Origin}/#/pages/web-registration/index\\?ticket=[\\w-]{43}$`))

    const { answer, cookie, attributes } = await web.redeem(readTicket(body.url))
    expect(answer.status).toBe(200)
    expect(answer.body.user).toMatchObject({ userId: principal.userId, registered: false })
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']))
    expect(answer.text).not.toContain(cookie.split('=')[1])

    const registered = await web.register(cookie, '小林')
    expect(registered.body).toMatchObject({ userId: principal.userId, registered: true, nickname: '小林' })
    expect((await stack.userInfo(token)).body).toEqual(registered.body)
  },
)
