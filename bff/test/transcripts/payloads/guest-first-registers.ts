import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('nothing of a payload is kept before registration', async (stack) => {
  const { sendProfile, sendSteps } = createPayloads(stack)
  const { token } = await stack.signIn()
  const [profile, steps] = [await stack.userProfile(), await stack.weRun()]
  expectProblem(await sendProfile(token, profile), 403, 'registration.required')
  expectProblem(await sendSteps(token, steps), 403, 'registration.required')
  await stack.register(token)
  expect((await sendProfile(token, profile)).body.nickname).toBe('小林')
  expect((await sendSteps(token, steps)).status).toBe(200)
})
