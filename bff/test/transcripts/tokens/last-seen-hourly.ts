import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'
import { until } from '../../support/until.ts'

const minuteMs = 60_000
const idleMs = 30 * 86_400_000

export default transcript('last use is written at most hourly', async (stack) => {
  const [often, seldom] = [await stack.signIn({ user: 'alice' }), await stack.signIn({ user: 'bob' })]
  stack.advance(59 * minuteMs)
  expect((await stack.userInfo(often.token)).status).toBe(200)
  stack.advance(2 * minuteMs)
  expect((await stack.userInfo(seldom.token)).status).toBe(200)

  stack.advance(idleMs - 30 * minuteMs)
  await until('the later use counts', async () => (await stack.userInfo(seldom.token)).status === 200)
  expectProblem(await stack.userInfo(often.token), 401, 'session.expired')
})
