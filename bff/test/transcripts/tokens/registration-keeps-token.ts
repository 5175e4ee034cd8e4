import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript('registration keeps the token, which now belongs to a member', async (stack) => {
  const { token, principal } = await stack.signIn()
  expect(principal.kind).toBe('guest')
  expect((await stack.register(token)).status).toBe(200)
  expect((await stack.userInfo(token)).body).toMatchObject({ userId: principal.userId, registered: true })
  expect((await stack.signIn()).principal).toEqual({ kind: 'member', userId: principal.userId })
})
