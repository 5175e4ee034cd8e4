import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { weapp } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('40163 with no own record: rejected', async (stack) => {
  const code = await stack.code()
  const query = new URLSearchParams({
    appid: weapp.appId,
    secret: weapp.secret,
    js_code: code,
    grant_type: 'authorization_code',
  })
  await fetch(`${stack.simulator.url}/sns/jscode2session?${query}`)
  expectProblem(await stack.login({ code }), 401, 'login.code_rejected')
  expect(await stack.upstreamCalls()).toMatchObject([{ errcode: 0 }, { errcode: 40163 }])
})
