import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answer } from '../support/api.ts'
import { type Errand, errands } from '../support/errands.ts'
import { figure, patience } from '../support/figure.ts'
import { plainPush } from '../support/push.ts'
import type { Stack } from '../support/stack.ts'
import { withStack } from '../support/with-stack.ts'

const runs = figure('RUNS', 50)
const atOnce = 25
const seed = figure('SEED', 20_261_122)

const modes = [
  'slow',
  'html',
  'error500',
  'reset',
  'huge',
  'trickle',
  'truncated',
  'empty',
  'wrong-types',
  'redirect',
  'garbage',
  'busy',
  'down',
]
const upstreamWords =
  /openid|unionid|errcode|errmsg|err_no|session_key|js_code|appsecret|access_token|<html|nginx|bad gateway|rid:/i
/** A machine that runs many tests at once is late by itself. */
const withinMs = figure('WITHIN_MS', 5000)
const memoryGrowthBytes = 50 * 1024 * 1024
// WeChat is asked about a picture only by a server that it can reach.
const env = { RATE_LIMIT_FACTOR: '1000', PUBLIC_URL: 'http://127.0.0.1:9', ...plainPush }

/** Asks while the platform fails, in time and in nobody else's words. */
async function askWhileFailing(stack: Stack, errand: Errand, mode: string, times: number): Promise<void> {
  errand.forget?.(stack)
  const asking = await Promise.all(Array.from({ length: times }, () => errand.prepare(stack)))
  const askedBefore = (await stack.upstreamCalls(errand.upstreamPath)).length
  await stack.fail({ mode, delayMs: 20_000, path: errand.upstreamPath })
  await Promise.all(
    asking.map(async (ask) => {
      const startedAt = performance.now()
      const answer = await ask()
      const what = { path: errand.upstreamPath, mode, status: answer.status, text: answer.text.slice(0, 200) }
      expect({ ...what, inTime: performance.now() - startedAt < withinMs }).toEqual({ ...what, inTime: true })
      expect({ ...what, unanswered: errand.isUnanswered(answer) }).toEqual({ ...what, unanswered: true })
      expect(answer.text).not.toMatch(upstreamWords)
    }),
  )
  const asked = (await stack.upstreamCalls(errand.upstreamPath)).length - askedBefore
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThanOrEqual(times * 3)
  await stack.recover()
}

it.concurrent.each(errands.map((errand) => [errand.upstreamPath, errand] as const))(
  '%s: whatever goes wrong there, an answer in time, and none of its words',
  { timeout: patience(60_000) },
  (_, errand) =>
    withStack(
      async (stack) => {
        for (const mode of modes) await askWhileFailing(stack, errand, mode, 1)
        const ask = await errand.prepare(stack)
        const isAnswered = errand.isAnswered ?? ((answer: Answer) => !errand.isUnanswered(answer))
        expect(isAnswered(await ask())).toBe(true)
        expect(stack.log).not.toContain('"code":"internal"')
      },
      { env, alipay: true },
    ),
)

it('no operation of a platform is left out', async () => {
  const folder = fileURLToPath(new URL('../../src/adapters', import.meta.url))
  const paths = new Set<string>()
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.ts') || /\.test\.ts$|^(sql|files|memory|redis)\b/.test(name)) continue
    for (const [, path] of (await readFile(join(folder, name), 'utf8')).matchAll(/'(\/[\w./-]+)'/g))
      paths.add(path ?? '')
  }
  expect([...paths].sort()).toEqual(errands.map(({ upstreamPath }) => upstreamPath).sort())
})

it('session checks do not ask any platform', () =>
  withStack(async (stack) => {
    const { token } = await stack.signIn()
    await stack.fail({ mode: 'slow', delayMs: 20_000 })
    const startedAt = performance.now()
    const answers = await Promise.all(Array.from({ length: 50 }, () => stack.userInfo(token)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(performance.now() - startedAt).toBeLessThan(withinMs)
  }))

it('memory stays flat however much a platform sends', () =>
  withStack(
    async (stack) => {
      await stack.signIn()
      await stack.fail({ mode: 'huge' })
      const before = process.memoryUsage.rss()
      for (let round = 0; round < 4; round++) {
        await Promise.all(Array.from({ length: 10 }, () => stack.signIn()))
        expect(process.memoryUsage.rss() - before).toBeLessThan(memoryGrowthBytes)
      }
    },
    { env, alipay: true },
  ))

it(`${runs} runs of seeded faults at every operation`, { timeout: patience(60_000) }, () =>
  withStack(
    async (stack) => {
      const choice = fc.record({ mode: fc.constantFrom(...modes), errand: fc.constantFrom(...errands) })
      let before: number | undefined
      for (const { mode, errand } of fc.sample(choice, { seed, numRuns: Math.ceil(runs / atOnce) })) {
        await askWhileFailing(stack, errand, mode, atOnce)
        // A breaker that opened would keep the next faults from being met.
        await stack.restart()
        before ??= process.memoryUsage.rss()
      }
      expect(process.memoryUsage.rss() - (before ?? 0)).toBeLessThan(memoryGrowthBytes)
    },
    { env, alipay: true },
  ),
)
