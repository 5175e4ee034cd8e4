import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'
import { createWebRegistration } from '../../support/web-registration.ts'

export default transcript(
  'in production its cookie is bound to its host and to https',
  async (stack) => {
    const web = createWebRegistration(stack)
    const { token } = await stack.signIn()
    const { cookie, attributes } = await web.redeem(await web.ticketFor(token))
    expect(cookie).toMatch(/^__Host-trailpass-registration=/)
    expect(attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'secure', 'path=/']))
  },
  { production: true },
)
