import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a login replaces the session of the same device, and of no other', async (stack) => {
  const deviceId = randomId()
  const phone = await stack.signIn({ deviceId })
  const tablet = await stack.signIn()
  const phoneAgain = await stack.signIn({ deviceId })

  expect(phoneAgain.token).not.toBe(phone.token)
  expectProblem(await stack.userInfo(phone.token), 401, 'session.expired')
  expect((await stack.userInfo(tablet.token)).status).toBe(200)
  expect((await stack.userInfo(phoneAgain.token)).status).toBe(200)
})
