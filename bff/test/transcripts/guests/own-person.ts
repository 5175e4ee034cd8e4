import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript('every guest is a person of their own', async (stack) => {
  const [one, other] = [await stack.becomeGuest(), await stack.becomeGuest()]
  expect(one).toMatchObject({ degraded: false, keyEpoch: null, principal: { kind: 'guest' } })
  expect(one.principal.userId).not.toBe(other.principal.userId)
  expect((await stack.userInfo(one.token)).body.userId).toBe(one.principal.userId)
})
