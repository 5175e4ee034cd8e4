import { expect } from 'vitest'
import { loginAt, onOtherPlatforms } from '../../support/other-platforms.ts'

export default onOtherPlatforms('who it is: identity known, the same person every time', async (stack, other) => {
  const at = loginAt(other)
  const first = await stack.signIn(at)
  expect(first).toMatchObject({ degraded: false, keyEpoch: other.firstEpoch, principal: { kind: 'guest' } })
  const again = await stack.signIn(at)
  expect(again.principal).toEqual(first.principal)
  expect((await stack.signIn({ ...at, user: 'bob' })).principal).not.toEqual(first.principal)
  // Whoever WeChat calls by the same word is somebody else.
  expect((await stack.signIn()).principal).not.toEqual(first.principal)
  expect((await stack.register(again.token)).body).toMatchObject({ registered: true })
  expect((await stack.signIn(at)).principal).toEqual({ kind: 'member', userId: first.principal.userId })
})
