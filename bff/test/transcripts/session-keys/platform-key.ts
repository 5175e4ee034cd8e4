import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('the platform is asked whether the key lives, before a button needs it', async (stack) => {
  const { platformKey, replaceKeysAtOnce } = createPayloads(stack)
  const guest = await stack.becomeGuest()
  expect((await platformKey(guest.token)).body).toEqual({ alive: false, keyEpoch: null })
  const { token } = await stack.signIn()
  expect((await platformKey(token)).body).toEqual({ alive: true, keyEpoch: 1 })

  // The phone logged in, and the code never came here.
  replaceKeysAtOnce()
  await stack.code()
  expect((await platformKey(token)).body).toEqual({ alive: false, keyEpoch: 1 })
  await stack.signIn()
  expect((await platformKey(token)).body).toEqual({ alive: true, keyEpoch: 2 })

  await stack.fail({ mode: 'errcode', errcode: 40013 })
  const answer = await platformKey(token)
  expectProblem(answer, 503, 'identity_provider.unavailable')
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})
