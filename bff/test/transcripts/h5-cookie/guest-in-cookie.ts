import { expect } from 'vitest'
import { becomeGuestByCookie, loginByCookie } from '../../support/cookie-session.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a guest in a cookie is taken over like any other', async (stack) => {
  const guest = await becomeGuestByCookie(stack)
  expect(guest.answer.body).toMatchObject({ token: null, principal: { kind: 'guest' } })
  const { answer } = await loginByCookie(stack, { cookie: guest.cookie })
  expect(answer.body.principal).toEqual(guest.answer.body.principal)
})
