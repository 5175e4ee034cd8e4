import { expect } from 'vitest'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('same nonce, done: the same answer, byte for byte in its token', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
  const first = await stack.login(request)
  stack.advance(14 * 60_000)
  expect((await stack.login(request)).text).toBe(first.text)
  expect(await stack.upstreamCalls()).toHaveLength(1)
})
