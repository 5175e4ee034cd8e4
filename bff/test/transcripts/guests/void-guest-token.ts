import { expect } from 'vitest'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a guest token that does not count is ignored, never an error', async (stack) => {
  const alice = await stack.signIn({ user: 'alice' })
  for (const guestToken of ['', 'not a token', randomId(), alice.token]) {
    const bob = await stack.signIn({ user: 'bob', guestToken })
    expect(bob.principal.userId).not.toBe(alice.principal.userId)
  }
  expect((await stack.userInfo(alice.token)).body.userId).toBe(alice.principal.userId)
})
