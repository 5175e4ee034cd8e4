import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('the key before the current one opens payloads for ten minutes', async (stack) => {
  const { member, sendProfile, replaceKeysAtOnce } = createPayloads(stack)
  const { token } = await member()
  const before = [
    await stack.sealProfile('alice', { nickName: '甲' }),
    await stack.sealProfile('alice', { nickName: '乙' }),
  ]
  const late = await stack.sealProfile('alice', { nickName: '丙' })
  replaceKeysAtOnce()
  expect((await stack.signIn()).keyEpoch).toBe(2)

  // Unnamed, the current key is tried and then the one before; a named epoch means its own key.
  expect((await sendProfile(token, before[0] ?? late)).body.nickname).toBe('甲')
  expectProblem(await sendProfile(token, { ...(before[1] ?? late), keyEpoch: 2 }), 409, 'session_key.stale')
  expect((await sendProfile(token, { ...(before[1] ?? late), keyEpoch: 1 })).body.nickname).toBe('乙')
  const now = await stack.sealProfile('alice', { nickName: '丁' })
  expectProblem(await sendProfile(token, { ...now, keyEpoch: 1 }), 409, 'session_key.stale')
  expect((await sendProfile(token, { ...now, keyEpoch: 2 })).body.nickname).toBe('丁')

  stack.advance(9 * 60_000)
  expect((await sendProfile(token, late)).body.nickname).toBe('丙')
})
