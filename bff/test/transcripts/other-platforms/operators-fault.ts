import { expect } from 'vitest'
import { loginAt, onOtherPlatforms } from '../../support/other-platforms.ts'

export default onOtherPlatforms("the operator's fault: a degraded guest, and an event", async (stack, other) => {
  for (const fault of other.operatorsFaults) {
    await stack.fail(fault)
    const answer = await stack.login(loginAt(other))
    expect(answer.body.degraded).toBe(true)
    const said = 'subCode' in fault ? `"subCode":"${fault.subCode}"` : `"errcode":${fault.errcode}`
    expect(stack.log).toMatch(new RegExp(`"event":"operator.attention".*${said}`))
    expect(answer.text).not.toMatch(/isv\.|err_no/)
  }
})
