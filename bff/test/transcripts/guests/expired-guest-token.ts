import { expect } from 'vitest'
import { sessionIdleMs } from '../../../src/domain/session.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a guest token that has expired takes nobody over', async (stack) => {
  const guest = await stack.becomeGuest()
  stack.advance(sessionIdleMs)
  const { principal } = await stack.signIn({ guestToken: guest.token })
  expect(principal.userId).not.toBe(guest.principal.userId)
})
