import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startArrivals } from '../support/arrivals.ts'
import { startBffProcess } from '../support/bff-process.ts'
import { figure, patience } from '../support/figure.ts'
import { randomId, weapp } from '../support/journeys.ts'
import { measured } from '../support/measured.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const inFlight = 20
const withinMs = 5000
const perSecond = figure('PER_SECOND', 100)
const stops = figure('STOPS', 1)

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

it.skipIf(process.platform === 'win32')(
  `SIGTERM at ${perSecond} requests a second drops none, behind a balancer that sees /readyz`,
  { timeout: patience(30_000) },
  () =>
    withStack(
      async (stack) => {
        await stack.stop()
        let slowestMs = 0
        for (let stop = 0; stop < stops; stop++) {
          const bff = await startBffProcess(stack.env)
          const arrivals = startArrivals(bff.url, '/v1/overview', perSecond)
          await delay(1500)
          const askedAt = performance.now()
          expect(await bff.terminate()).toBe(0)
          slowestMs = Math.max(slowestMs, performance.now() - askedAt)
          expect(slowestMs).toBeLessThan(10_000)
          const { statuses, dropped } = await arrivals.stop()
          measured('slowest stop', `${Math.ceil(slowestMs)} ms`)
          measured('answered at the last', JSON.stringify({ ...statuses, dropped }).replaceAll('"', ''))
          expect(dropped).toBe(0)
          expect(Object.keys(statuses)).toEqual(['200'])
          expect(statuses[200]).toBeGreaterThan(perSecond / 2)
        }
        await stack.start()
      },
      { env: { RATE_LIMIT_FACTOR: '1000', STOP_LEAD_SECONDS: '3' } },
    ),
)
