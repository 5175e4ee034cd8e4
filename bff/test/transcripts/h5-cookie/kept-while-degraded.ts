import { expect } from 'vitest'
import { becomeGuestByCookie, loginByCookie } from '../../support/cookie-session.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a login that names nobody leaves the cookie of whom WeChat has named', async (stack) => {
  const { answer, cookie } = await loginByCookie(stack)
  const themselves = { token: null, identified: true, principal: answer.body.principal }
  const isThemselves = async () => {
    const { body } = await stack.api('GET', '/v1/userinfo', { headers: { cookie, 'Trailpass-Session': 'cookie' } })
    expect(body).toMatchObject({ userId: answer.body.principal.userId })
  }

  const snapshot = await loginByCookie(stack, { cookie }, 'snapshot')
  expect(snapshot.answer.body).toMatchObject({ ...themselves, degraded: false })
  expect(snapshot.cookie).toBe('')
  await isThemselves()

  await stack.fail({ mode: 'down' })
  const degraded = await loginByCookie(stack, { cookie })
  expect(degraded.answer.body).toMatchObject({ ...themselves, degraded: true })
  expect(degraded.cookie).toBe('')
  await isThemselves()

  const uncoded = await becomeGuestByCookie(stack, { cookie })
  expect(uncoded.answer.body).toMatchObject({ ...themselves, degraded: false })
  expect(uncoded.cookie).toBe('')
  await isThemselves()

  const guest = await loginByCookie(stack)
  expect(guest.cookie).not.toBe('')
  expect((await loginByCookie(stack, { cookie: guest.cookie })).cookie).not.toBe('')
})
