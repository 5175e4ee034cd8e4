import { expect } from 'vitest'
import { h5 } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a virtual person of the snapshot mode: a guest, never an account', async (stack) => {
  const login = { platform: 'h5', appId: h5.appId, user: 'snapshot' } as const
  const [first, second] = [await stack.signIn(login), await stack.signIn(login)]
  expect(first).toMatchObject({ degraded: false, keyEpoch: null, principal: { kind: 'guest' } })
  expect(second.principal.userId).not.toBe(first.principal.userId)
  expect((await stack.register(first.token)).status).toBe(403)
})
