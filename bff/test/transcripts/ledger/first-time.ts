import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript('first time: goes upstream once', async (stack) => {
  await stack.signIn()
  expect(await stack.upstreamCalls()).toMatchObject([{ path: '/sns/jscode2session', errcode: 0 }])
})
