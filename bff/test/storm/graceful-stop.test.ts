import { expect, it } from 'vitest'
import { startBffProcess } from '../support/bff-process.ts'
import { randomId, weapp } from '../support/journeys.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const inFlight = 20
const withinMs = 5000

it.skipIf(process.platform === 'win32')(
  'SIGTERM: requests in flight get their answers, then the process ends with 0',
  () =>
    withStack(async (stack) => {
      await stack.stop()
      const bff = await startBffProcess(stack.env)
      await stack.fail({ mode: 'slow', delayMs: 1000 })
      const logins = await Promise.all(
        Array.from({ length: inFlight }, async () => {
          const ids = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
          return { platform: 'weapp', appId: weapp.appId, ...ids }
        }),
      )
      const answers = logins.map((body) => bff.api('POST', '/v1/session', { body }))
      await until('all are upstream', async () => (await stack.upstreamCalls()).length === inFlight)

      const askedAt = performance.now()
      const exitCode = bff.terminate()
      for (const { status, body } of await Promise.all(answers)) {
        expect(status).toBe(200)
        expect(body).toMatchObject({ degraded: false })
      }
      expect(await exitCode).toBe(0)
      expect(performance.now() - askedAt).toBeLessThan(withinMs)
      await expect(bff.api('GET', '/healthz')).rejects.toThrow()

      await stack.start()
      const [first] = logins
      if (first) expect((await stack.api('POST', '/v1/session', { body: first })).text).toBe((await answers[0])?.text)
    }),
)
