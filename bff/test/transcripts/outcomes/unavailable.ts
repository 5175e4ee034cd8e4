import { expect } from 'vitest'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('no usable answer: a degraded guest, the same for the same code and nonce', async (stack) => {
  const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
  await stack.fail({ mode: 'reset' })
  const first = await stack.login(request)
  expect(first.status).toBe(200)
  expect(first.body).toMatchObject({ degraded: true, keyEpoch: null, principal: { kind: 'guest' } })
  await stack.recover()
  expect((await stack.login(request)).text).toBe(first.text)
  expect(await stack.upstreamCalls()).toHaveLength(1)
})
