import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript(
  'our own store is down: said so, the code unspent, and well again afterwards',
  async (stack) => {
    const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
    const mend = await stack.storage.interrupt()
    const answer = await stack.login(request)
    expectProblem(answer, 503, 'storage.unavailable')
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await stack.upstreamCalls()).toEqual([])

    await mend()
    expect((await stack.signIn(request)).degraded).toBe(false)
  },
)
