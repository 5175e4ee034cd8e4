import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a degraded login keeps the guest it came with', async (stack) => {
  const guest = await stack.becomeGuest()
  await stack.fail({ mode: 'down' })
  const degraded = await stack.signIn({ guestToken: guest.token })
  expect(degraded).toMatchObject({ degraded: true, principal: guest.principal })
  expectProblem(await stack.userInfo(guest.token), 401, 'session.expired')

  await stack.recover()
  expect((await stack.signIn({ guestToken: degraded.token })).principal.userId).toBe(guest.principal.userId)
})
