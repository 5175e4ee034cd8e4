import { expect } from 'vitest'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('the same account repeating a payload gets its first answer', async (stack) => {
  const { member, sendProfile } = createPayloads(stack)
  const { token } = await member()
  const payload = await stack.userProfile()
  const first = await sendProfile(token, payload)
  expect(first.body).toMatchObject({ nickname: '小林', registered: true, profileRefreshDue: false })
  expect(await Promise.all([sendProfile(token, payload), sendProfile(token, payload)])).toMatchObject([
    { status: 200, body: first.body },
    { status: 200, body: first.body },
  ])
  const body = { nickname: '大林' }
  await stack.api('PATCH', '/v1/userinfo', { token, body })
  stack.advance(30 * 60_000)
  await stack.restart()
  expect((await sendProfile(token, payload)).body).toEqual(first.body)
  expect((await stack.userInfo(token)).body.nickname).toBe('大林')
})
