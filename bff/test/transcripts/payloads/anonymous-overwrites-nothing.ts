import { expect } from 'vitest'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

const dayMs = 86_400_000

export default transcript('a profile is asked for now and then; an anonymous one overwrites nothing', async (stack) => {
  const { member, sendProfile } = createPayloads(stack)
  const { token, principal } = await member()
  await stack.api('PATCH', '/v1/userinfo', { token, body: { nickname: '山风' } })
  stack.advance(29 * dayMs)
  expect((await stack.signIn()).user.profileRefreshDue).toBe(false)
  stack.advance(2 * dayMs)
  const { token: later, user } = await stack.signIn()
  expect(user).toMatchObject({ userId: principal.userId, nickname: '山风', profileRefreshDue: true })
  const anonymous = await sendProfile(later, await stack.userProfile('alice', { anonymous: true }))
  expect(anonymous.body).toMatchObject({ nickname: '山风', profileRefreshDue: false })
  expect((await sendProfile(later, await stack.userProfile())).body).toMatchObject({ nickname: '小林' })
})
