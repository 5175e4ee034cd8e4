import { expect } from 'vitest'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('same nonce, done, after a restart: the same answer', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
  const first = await stack.login(request)
  await stack.restart()
  expect((await stack.login(request)).text).toBe(first.text)
  expect(await stack.upstreamCalls()).toHaveLength(1)
})
