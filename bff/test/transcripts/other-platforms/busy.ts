import { expect } from 'vitest'
import { loginAt, onOtherPlatforms } from '../../support/other-platforms.ts'

export default onOtherPlatforms('busy three times: a degraded guest; twice: a login', async (stack, other) => {
  await stack.fail({ mode: 'busy', count: 3 })
  expect((await stack.signIn(loginAt(other))).degraded).toBe(true)
  expect(await stack.upstreamCalls(other.path)).toHaveLength(3)

  await stack.fail({ mode: 'busy', count: 2 })
  expect((await stack.signIn(loginAt(other))).degraded).toBe(false)
})
