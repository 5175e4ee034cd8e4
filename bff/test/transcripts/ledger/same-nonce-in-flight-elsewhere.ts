import { expect } from 'vitest'
import { randomId } from '../../support/journeys.ts'
import { startStack } from '../../support/stack.ts'
import { transcript } from '../../support/transcript.ts'
import { until } from '../../support/until.ts'

export default transcript(
  'same nonce, in flight in another process: waits for that outcome',
  async (stack) => {
    const other = await startStack(stack.storage, { beside: stack })
    const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
    await stack.fail({ mode: 'slow', delayMs: 500 })
    const first = stack.signIn(request)
    await until('the first is under way', async () => (await stack.upstreamCalls()).length === 1)
    const second = await other.signIn(request)
    expect(second.token).toBe((await first).token)
    expect(await stack.upstreamCalls()).toHaveLength(1)
    await other.close()
  },
  { storage: 'PostgreSQL' },
)
