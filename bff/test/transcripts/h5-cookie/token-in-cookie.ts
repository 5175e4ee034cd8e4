import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('the token travels only in an HttpOnly, SameSite=Lax, host-only cookie', async (stack) => {
  const { answer, attributes, cookie } = await loginByCookie(stack)
  expect(answer.body.token).toBeNull()
  expect(attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']))
  expect(attributes.join()).not.toMatch(/domain|secure/)
  const { body } = await stack.api('GET', '/v1/userinfo', { headers: { cookie, 'Trailpass-Session': 'cookie' } })
  expect(body).toMatchObject({ userId: answer.body.principal.userId })
})
