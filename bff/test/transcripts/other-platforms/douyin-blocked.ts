import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { douyin } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('tt: 28001046: the account is blocked, and no further try is made', async (stack) => {
  await stack.fail({ mode: 'errcode', errcode: 28001046 })
  expectProblem(await stack.login({ platform: 'tt', appId: douyin.appId }), 403, 'account.blocked')
  expect(await stack.upstreamCalls('/api/apps/v2/jscode2session')).toHaveLength(1)
})
