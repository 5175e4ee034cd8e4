import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { Answer } from '../support/api.ts'
import { type Errand, errands } from '../support/errands.ts'
import { seed as drawnFrom, figure, patience } from '../support/figure.ts'
import { measured } from '../support/measured.ts'
import { plainPush } from '../support/push.ts'
import { settledMemory } from '../support/settled-memory.ts'
import type { Stack } from '../support/stack.ts'
import type { Faults } from '../support/wechat.ts'
import { withStack } from '../support/with-stack.ts'

const runs = figure('RUNS', 45)
const atOnce = 5
/** Until code is compiled and pools and caches are full. */
const warmUpRounds = 5
const seed = drawnFrom(20_261_122)

/** What leaves no usable answer. */
const deadly = [
  'html',
  'error500',
  'reset',
  'huge',
  'trickle',
  'truncated',
  'half-close',
  'empty',
  'wrong-types',
  'duplicate-keys',
  'redirect',
  'garbage',
  'down',
  'busy',
]
const upstreamWords =
  /openid|unionid|errcode|errmsg|err_no|session_key|js_code|appsecret|access_token|<html|nginx|bad gateway|rid:/i
/** A machine that runs many tests at once is late by itself. */
const withinMs = figure('WITHIN_MS', 15_000)
const memoryGrowthBytes = 50 * 1024 * 1024
// WeChat is asked about a picture only by a server that it can reach.
const env = { RATE_LIMIT_FACTOR: '1000', PUBLIC_URL: 'http://127.0.0.1:9', ...plainPush }

interface Asked {
  errand: Errand
  answer: Answer
  ms: number
}

/** So many ask at once in every way, while every operation that this makes the BFF ask fails. */
async function askAll(stack: Stack, chosen: readonly Errand[], times: number, faults: Faults): Promise<void> {
  for (const errand of chosen) errand.forget?.(stack)
  const prepared: { errand: Errand; ask(): Promise<Answer> }[] = []
  for (const errand of chosen) {
    // Few at once: while all is well a login must not be late.
    const asks = await Promise.all(Array.from({ length: times }, () => errand.prepare(stack)))
    prepared.push(...asks.map((ask) => ({ errand, ask })))
  }
  await stack.forgetCalls()
  for (const { upstreamPath } of chosen) await stack.fail({ ...faults, path: upstreamPath })
  const asked = await Promise.all(
    prepared.map(async ({ errand, ask }): Promise<Asked> => {
      const startedAt = performance.now()
      return { errand, answer: await ask(), ms: performance.now() - startedAt }
    }),
  )
  const met = await stack.allCalls()
  await stack.recover()
  for (const each of asked) expectNoHarm(each, faults)
  for (const { upstreamPath } of chosen) {
    const tries = met.filter(({ path }) => path === upstreamPath).length
    expect({ upstreamPath, tries, wereMade: tries > 0 && tries <= times * 3 }).toMatchObject({ wereMade: true })
  }
}

/** Answered in time, as one who is told that the platform does not answer, and in nobody else's words. */
function expectNoHarm({ errand, answer, ms }: Asked, faults: Faults): void {
  const { status, text } = answer
  slowestMs = Math.max(slowestMs, ms)
  const outcome = {
    isInTime: ms < withinMs,
    isUnanswered: errand.isUnanswered(answer),
    words: text.match(upstreamWords),
  }
  const what = { path: errand.upstreamPath, faults, status, text: text.slice(0, 200), ms }
  expect({ ...what, ...outcome }).toEqual({ ...what, isInTime: true, isUnanswered: true, words: null })
}

let slowestMs = 0

const together = errands.filter(({ forget }) => forget === undefined)
/** Of many who ask at once, one asks the platform for all. */
const alone = errands.filter(({ forget }) => forget !== undefined)

// Others at the same time would make a machine late that is being timed.
const alongside = withinMs < 5000 ? it : it.concurrent

alongside(
  'an answer in time, and none of its words, whatever goes wrong at a platform',
  { timeout: patience(60_000) },
  () =>
    withStack(
      async (stack) => {
        const modes = ['slow', ...deadly]
        for (let first = 0; first < modes.length; first += atOnce) {
          const met = modes.slice(first, first + atOnce)
          // Each once; who asks again finds a busy platform.
          const steps = [...met.map((mode) => ({ mode, count: 1, delayMs: 20_000 })), { mode: 'busy' }]
          await askAll(stack, together, met.length, { steps })
          // An open breaker would keep the next faults from being met.
          await stack.restart()
        }
        expect(stack.log).not.toContain('"code":"internal"')
        for (const errand of together) await expectAnswered(stack, errand)
      },
      { env, alipay: true },
    ),
)

alongside.each(alone)('the same at $upstreamPath', { timeout: patience(60_000) }, (errand) =>
  withStack(
    async (stack) => {
      for (const mode of deadly) await askAll(stack, [errand], 1, { mode })
      expect(stack.log).not.toContain('"code":"internal"')
      await expectAnswered(stack, errand)
    },
    { env },
  ),
)

/** Also under a wrong name: what an answer is called says nothing of what it is. */
async function expectAnswered(stack: Stack, errand: Errand): Promise<void> {
  const { upstreamPath } = errand
  errand.forget?.(stack)
  const ask = await errand.prepare(stack)
  await stack.fail({ mode: 'content-type', path: upstreamPath })
  const answer = await ask()
  await stack.recover()
  const isAnswered = errand.isAnswered?.(answer) ?? !errand.isUnanswered(answer)
  expect({ upstreamPath, text: answer.text, isAnswered }).toMatchObject({ isAnswered: true })
}

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

alongside('session checks do not ask any platform', () =>
  withStack(async (stack) => {
    const { token } = await stack.signIn()
    await stack.fail({ mode: 'slow', delayMs: 20_000 })
    const startedAt = performance.now()
    const answers = await Promise.all(Array.from({ length: 50 }, () => stack.userInfo(token)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(performance.now() - startedAt).toBeLessThan(withinMs)
  }),
)

it('memory stays flat however much a platform sends', () =>
  withStack(
    async (stack) => {
      await stack.signIn()
      await stack.fail({ mode: 'huge' })
      const before = settledMemory()
      for (let round = 0; round < 4; round++) {
        await Promise.all(Array.from({ length: 10 }, () => stack.signIn()))
        expect(settledMemory() - before).toBeLessThan(memoryGrowthBytes)
      }
    },
    { env },
  ))

it(`${runs} runs of faults at every operation, drawn from seed ${seed}`, { timeout: patience(60_000) }, () =>
  withStack(
    async (stack) => {
      let before = settledMemory()
      for (let [round, done] = [0, 0]; done < runs; round++) {
        const logged = stack.log.length
        const chosen = round % 5 === 4 ? alone : together
        const drawn = { seed: seed + round, modes: deadly, share: 100, length: atOnce * 3 }
        await askAll(stack, chosen, atOnce, drawn)
        done += chosen.length * atOnce
        // An open breaker would keep the next faults from being met.
        if (stack.log.includes('"upstream.breaker_open"', logged)) await stack.restart()
        if (round < warmUpRounds) before = settledMemory()
      }
      const grownBytes = settledMemory() - before
      measured('slowest answer', `${Math.ceil(slowestMs)} ms`)
      measured('memory growth', `${(grownBytes / 1024 / 1024).toFixed(1)} MB`)
      expect(grownBytes).toBeLessThan(memoryGrowthBytes)
      expect(stack.log).not.toContain('"code":"internal"')
    },
    { env, alipay: true },
  ),
)
