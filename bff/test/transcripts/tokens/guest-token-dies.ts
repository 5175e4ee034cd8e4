import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a login gives a new token, and the guest token it came with dies', async (stack) => {
  const guest = await stack.becomeGuest()
  const member = await stack.signIn({ guestToken: guest.token })

  expect(member.token).not.toBe(guest.token)
  expect(Buffer.from(member.token, 'base64url')).toHaveLength(32)
  expectProblem(await stack.userInfo(guest.token), 401, 'session.expired')
})
