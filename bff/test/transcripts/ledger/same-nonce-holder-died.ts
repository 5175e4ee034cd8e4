import { startBffProcess } from '../../support/bff-process.ts'
import { expectProblem } from '../../support/expect-problem.ts'
import { randomId } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'
import { until } from '../../support/until.ts'

const leaseMs = 5000

export default transcript('same nonce, its holder died in flight: spent', async (stack) => {
  await stack.stop()
  const doomed = await startBffProcess(stack.env)
  await stack.fail({ mode: 'slow', handled: true })
  const request = { platform: 'weapp', appId: stack.env.WEAPP_APP_ID, code: await stack.code(), nonce: randomId() }
  const body = { ...request, deviceId: randomId() }
  const lost = doomed.api('POST', '/v1/session', { body }).catch(() => 'lost')
  await until('the code is upstream', async () => (await stack.upstreamCalls()).length === 1)
  await doomed.kill()
  await lost

  await stack.recover()
  await stack.start()
  stack.advance(leaseMs)
  expectProblem(await stack.api('POST', '/v1/session', { body }), 409, 'login.code_spent')
})
