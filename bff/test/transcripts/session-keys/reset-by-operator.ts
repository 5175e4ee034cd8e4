import { expect } from 'vitest'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('an operator has a key replaced: what it sealed opens no longer', async (stack) => {
  const { member, sendProfile, platformKey } = createPayloads(stack)
  const { token, principal } = await member()
  const payload = await stack.sealProfile('alice', { nickName: '甲' })
  const outcomes = await stack.context.platformKeys.reset(principal.userId, 'operator:test')
  expect(outcomes?.map(({ outcome }) => outcome)).toEqual(['reset'])
  expect((await sendProfile(token, payload)).status).toBe(409)
  expect((await platformKey(token)).body).toEqual({ alive: true, keyEpoch: 2 })
  expect((await sendProfile(token, await stack.sealProfile('alice', { nickName: '乙' }))).body.nickname).toBe('乙')

  stack.env.SESSION_POLICY = 'platform'
  await stack.restart()
  await stack.context.platformKeys.reset(principal.userId, 'operator:test')
  expect((await stack.userInfo(token)).status).toBe(401)
})
