import { expect } from 'vitest'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('one key covers every login that brought it', async (stack) => {
  const { member, sendProfile } = createPayloads(stack)
  const first = await member()
  const third = [await stack.signIn(), await stack.signIn()].at(-1)
  expect([first.keyEpoch, third?.keyEpoch]).toEqual([1, 3])
  for (const keyEpoch of [1, 2, 3]) {
    const payload = await stack.sealProfile('alice', { nickName: `第${keyEpoch}` })
    expect((await sendProfile(first.token, { ...payload, keyEpoch })).body).toMatchObject({ nickname: `第${keyEpoch}` })
  }
  const payload = await stack.sealProfile('alice', { nickName: '第四' })
  expect((await sendProfile(first.token, { ...payload, keyEpoch: 4 })).status).toBe(409)
  expect((await sendProfile(first.token, { ...payload, keyEpoch: 0 })).status).toBe(409)
})
