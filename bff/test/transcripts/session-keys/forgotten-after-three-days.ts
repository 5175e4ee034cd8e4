import { expect } from 'vitest'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

const dayMs = 86_400_000

export default transcript('a key is forgotten three days after its last use', async (stack) => {
  const { member, platformKey } = createPayloads(stack)
  const { token } = await member()
  const { token: other } = await member('bob')
  stack.advance(2 * dayMs)
  expect((await platformKey(token)).body).toEqual({ alive: true, keyEpoch: 1 })
  stack.advance(2 * dayMs)
  await stack.context.housekeeping.sweep()
  expect((await platformKey(token)).body).toEqual({ alive: true, keyEpoch: 1 })
  expect((await platformKey(other)).body).toEqual({ alive: false, keyEpoch: null })
})
