import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript('-1 three times: a degraded guest; -1 and then an answer: a login', async (stack) => {
  await stack.fail({ mode: 'busy', count: 3 })
  expect((await stack.signIn()).degraded).toBe(true)
  expect(await stack.upstreamCalls()).toHaveLength(3)

  await stack.fail({ mode: 'busy', count: 2 })
  expect((await stack.signIn()).degraded).toBe(false)
  expect(await stack.upstreamCalls()).toHaveLength(6)
})
