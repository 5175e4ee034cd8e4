import { expect } from 'vitest'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a degraded login leaves the session this device had', async (stack) => {
  const deviceId = randomId()
  const { token } = await stack.signIn({ deviceId })
  await stack.fail({ mode: 'down' })
  expect((await stack.signIn({ deviceId })).degraded).toBe(true)
  expect((await stack.userInfo(token)).status).toBe(200)
})
