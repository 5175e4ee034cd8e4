import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a known identity wins, and then the guest is gone', async (stack) => {
  const known = await stack.signIn()
  const guest = await stack.becomeGuest()
  const again = await stack.signIn({ guestToken: guest.token })
  expect(again.principal.userId).toBe(known.principal.userId)
  expectProblem(await stack.userInfo(guest.token), 401, 'session.expired')

  await stack.stop()
  const { store, people } = await stack.storage.open()
  expect(await store.read(() => people.find(guest.principal.userId))).toBeUndefined()
  expect(await store.read(() => people.find(known.principal.userId))).toBeDefined()
  await store.close()
  await stack.start()
})
