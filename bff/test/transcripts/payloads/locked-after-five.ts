import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('five flawed payloads in ten minutes lock the operation for the account', async (stack) => {
  const { member, sendProfile, sendSteps } = createPayloads(stack)
  const { token } = await member()
  const payload = await stack.userProfile()
  const flawed = { ...payload, signature: 'f'.repeat(40) }
  const answers = await Promise.all(Array.from({ length: 20 }, () => sendProfile(token, flawed)))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(409), ...Array(15).fill(429)])

  // Locked is locked, for a good one too; other operations and other accounts are not.
  const { token: again } = await stack.signIn()
  const locked = await sendProfile(again, payload)
  expectProblem(locked, 429, 'rate_limit.exceeded')
  const retryAfterSeconds = Number(locked.headers.get('retry-after'))
  expect(retryAfterSeconds).toBeGreaterThan(590)
  expect(retryAfterSeconds).toBeLessThanOrEqual(600)
  expect((await sendSteps(token, await stack.weRun())).status).toBe(200)
  const bob = await member('bob')
  expect((await sendProfile(bob.token, await stack.userProfile('bob'))).status).toBe(200)

  stack.advance(retryAfterSeconds * 1000)
  expect((await sendProfile(token, await stack.userProfile())).body.nickname).toBe('小林')
})
