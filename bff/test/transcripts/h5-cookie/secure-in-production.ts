import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript(
  'outside development the cookie is Secure and bound to its host by name',
  async (stack) => {
    const { cookie, attributes } = await loginByCookie(stack)
    expect(cookie).toMatch(/^__Host-trailpass=/)
    expect(attributes).toEqual(expect.arrayContaining(['secure', 'httponly', 'samesite=lax', 'path=/']))
    expect(attributes.join()).not.toContain('domain')
  },
  { production: true },
)
