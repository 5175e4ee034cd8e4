import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript('a new identity takes over the person of the guest', async (stack) => {
  const guest = await stack.becomeGuest()
  const signedIn = await stack.signIn({ guestToken: guest.token })
  expect(signedIn.principal.userId).toBe(guest.principal.userId)
  expect(signedIn.user.createdAt).toBe(guest.user.createdAt)
  expect((await stack.signIn()).principal.userId).toBe(guest.principal.userId)
})
