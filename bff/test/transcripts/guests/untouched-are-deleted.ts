import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript(
  'guests untouched for 30 days are deleted, people with an identity are not',
  async (stack) => {
    const [guest, person] = [await stack.becomeGuest(), await stack.signIn()]
    stack.advance(29 * 86_400_000)
    const recent = await stack.becomeGuest()
    stack.advance(86_400_000 + 1000)
    await stack.context.housekeeping.sweep()

    expectProblem(await stack.userInfo(guest.token), 401, 'session.expired')
    expect((await stack.userInfo(recent.token)).status).toBe(200)
    expect((await stack.signIn()).principal.userId).toBe(person.principal.userId)
    await stack.stop()
    const { store, people } = await stack.storage.open()
    expect(await store.read(() => people.find(guest.principal.userId))).toBeUndefined()
    await store.close()
    await stack.start()
  },
)
