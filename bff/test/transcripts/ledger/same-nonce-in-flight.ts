import { expect } from 'vitest'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('same nonce, in flight: waits for that outcome', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
  await stack.fail({ mode: 'slow', delayMs: 300 })
  const answers = await Promise.all(Array.from({ length: 20 }, () => stack.signIn(request)))
  expect(new Set(answers.map(({ token }) => token)).size).toBe(1)
  expect(await stack.upstreamCalls()).toHaveLength(1)
})
