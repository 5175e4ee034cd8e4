import { expect } from 'vitest'
import { loginAt, onOtherPlatforms } from '../../support/other-platforms.ts'

const modes = ['reset', 'html', 'error500', 'truncated', 'empty', 'wrong-types', 'redirect', 'garbage']

export default onOtherPlatforms('no usable answer: a degraded guest, and none of its words', async (stack, other) => {
  for (const mode of modes) {
    await stack.fail({ mode })
    const answer = await stack.login(loginAt(other))
    expect({ mode, status: answer.status, body: answer.body }).toMatchObject({
      status: 200,
      body: { degraded: true, keyEpoch: null, principal: { kind: 'guest' } },
    })
    expect(answer.text).not.toMatch(/open_?id|session_key|sub_code|err_no|nginx/i)
  }
  await stack.recover()
  expect((await stack.signIn(loginAt(other))).degraded).toBe(false)
  expect(stack.log).not.toContain('operator.attention')
})
