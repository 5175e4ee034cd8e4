import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript("the operator's fault: a degraded guest, and an event for the operator", async (stack) => {
  for (const errcode of [40013, 40125, 40164, 40243, 61003, 99999]) {
    await stack.fail({ mode: 'errcode', errcode })
    expect((await stack.signIn()).degraded).toBe(true)
    expect(stack.log).toMatch(new RegExp(`"event":"operator.attention".*"errcode":${errcode}`))
  }
})
