import { expect, it } from 'vitest'
import { startBffProcess } from '../support/bff-process.ts'
import { createDraw } from '../support/draw.ts'
import { seed as drawnFrom, figure, patience } from '../support/figure.ts'
import { inBatches } from '../support/in-batches.ts'
import { expectIntegrity } from '../support/integrity.ts'
import { agreedVersions } from '../support/journeys.ts'
import { measured } from '../support/measured.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const kills = figure('KILLS', 2)
const seed = drawnFrom()
const peoplePerKill = 30
const atOnce = 8
const readyWithinMs = 2000

/** The answer at which each process dies. */
const { below } = createDraw(seed)
const killPoints = Array.from({ length: kills }, () => 1 + below(20))

async function signInStrangers(stack: Stack, round: number): Promise<string[]> {
  const people = Array.from({ length: peoplePerKill }, (_, index) => `walker-${round}-${index}`)
  await Promise.all(people.map((id) => stack.addPerson(id)))
  return Promise.all(people.map(async (user) => (await stack.signIn({ user })).token))
}

/** Registers all, several at a time, in a process that is killed at the n-th answer. What was acknowledged, by token. */
async function registerUntilKilled(
  env: Stack['env'],
  tokens: readonly string[],
  killAt: number,
): Promise<Map<string, string>> {
  const bff = await startBffProcess(env)
  const acknowledged = new Map<string, string>()
  const waiting = [...tokens]
  async function work(): Promise<void> {
    for (let token = waiting.shift(); token; token = waiting.shift()) {
      const body = { agreements: agreedVersions, nickname: '小林' }
      const { status, text } = await bff.api('POST', '/v1/registration', { token, body })
      if (status === 200) acknowledged.set(token, text)
      if (acknowledged.size === killAt) void bff.kill()
    }
  }
  await Promise.allSettled(Array.from({ length: atOnce }, work))
  await bff.kill()
  return acknowledged
}

async function expectKept(stack: Stack, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const all = [...acknowledged]
  await inBatches(all.length, async (index) => {
    const [token = '', text] = all[index] ?? []
    expect((await stack.userInfo(token)).text).toBe(text)
  })
}

it.each(storages)(
  `${kills} times kill -9 during registrations loses none that was acknowledged (seed ${seed}), on $name`,
  { timeout: patience(120_000) },
  (storage) =>
    withStack(
      async (stack) => {
        const acknowledged = new Map<string, string>()
        let slowestReadyMs = 0
        for (const [round, killAt] of killPoints.entries()) {
          const tokens = await signInStrangers(stack, round)
          await stack.stop()
          const answered = await registerUntilKilled(stack.env, tokens, killAt)
          expect(answered.size).toBeLessThan(peoplePerKill)
          for (const [token, text] of answered) acknowledged.set(token, text)

          const startedAt = performance.now()
          await stack.start()
          const readyMs = performance.now() - startedAt
          slowestReadyMs = Math.max(slowestReadyMs, readyMs)
          expect(readyMs).toBeLessThan(readyWithinMs)
          await expectKept(stack, acknowledged)
          // Whoever got no answer asks again, and is a member once.
          const again = await Promise.all(tokens.map((token) => stack.register(token, { nickname: '小林' })))
          expect(again.map(({ text }, index) => text === (answered.get(tokens[index] ?? '') ?? text))).not.toContain(
            false,
          )
          expect(new Set(again.map(({ body }) => body.riderId)).size).toBe(peoplePerKill)
          const stored = await Promise.all(tokens.map(stack.userInfo))
          expect(stored.map(({ text }) => text)).toEqual(again.map(({ text }) => text))
        }
        measured(
          `on ${storage.name}`,
          `${acknowledged.size} acknowledged, ready in ${Math.ceil(slowestReadyMs)} ms at most`,
        )
        await stack.stop()
        expectIntegrity(stack.env)
        await stack.start()
      },
      { storage },
    ),
)
