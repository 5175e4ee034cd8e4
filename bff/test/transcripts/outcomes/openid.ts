import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript('openid: identity known, the same person every time', async (stack) => {
  const first = await stack.login()
  expect(first.status).toBe(200)
  expect(first.body).toMatchObject({
    keyEpoch: 1,
    degraded: false,
    principal: { kind: 'guest' },
    user: { registered: false, nickname: null, displayName: '步道用户', riderId: null, consents: [] },
  })
  const again = await stack.signIn()
  expect(again).toMatchObject({ keyEpoch: 2, principal: first.body.principal })
  expect((await stack.signIn({ user: 'bob' })).principal.userId).not.toBe(again.principal.userId)
})
