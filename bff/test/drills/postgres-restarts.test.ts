import { expect, it } from 'vitest'
import type { Answer } from '../support/api.ts'
import { figure, patience } from '../support/figure.ts'
import { inProcesses, type RunningBff } from '../support/in-processes.ts'
import { startLoad } from '../support/load.ts'
import { measured } from '../support/measured.ts'
import { hasPostgres, startOwnPostgres } from '../support/own-postgres.ts'
import { createPostgresStorage } from '../support/postgres-storage.ts'
import type { Stack } from '../support/stack.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const restarts = figure('RESTARTS', 1)
const backWithinMs = 5000

/** People who sign in, register and look at themselves, over and over; what was acknowledged, by token. */
function liveOn(bffs: readonly RunningBff[], stack: Stack) {
  const acknowledged = new Map<string, string>()
  const saidWhen = new Set<string | null>()
  const hear = (answer: Answer): Answer => {
    if (answer.status === 503) saidWhen.add(answer.headers.get('retry-after'))
    return answer
  }
  const load = startLoad(6, async (turn) => {
    const bff = bffs[turn % bffs.length] as RunningBff
    const user = `walker-${turn}`
    await stack.addPerson(user)
    const login = await bff.login({ user })
    const { token } = login.body ?? {}
    if (login.status !== 200 || !token) return hear(login)
    const registration = await bff.register(token)
    if (registration.status === 200) acknowledged.set(token, registration.text)
    return hear(registration)
  })
  return { acknowledged, saidWhen, stop: load.stop }
}

async function untilAllSignIn(bffs: readonly RunningBff[]): Promise<void> {
  for (const bff of bffs) await until('it signs in', async () => (await bff.login()).status === 200, 20_000)
}

async function play(
  bffs: readonly RunningBff[],
  stack: Stack,
  restart: (round: number) => Promise<void>,
): Promise<void> {
  const life = liveOn(bffs, stack)
  let slowestMs = 0
  for (let round = 0; round < restarts; round++) {
    await until('somebody registered', () => life.acknowledged.size > round * 5)
    await restart(round)
    const upAt = performance.now()
    await untilAllSignIn(bffs)
    slowestMs = Math.max(slowestMs, performance.now() - upAt)
    measured('back at the latest', `after ${Math.ceil(slowestMs)} ms`)
    expect(slowestMs).toBeLessThan(backWithinMs)
  }
  const { statuses } = await life.stop()
  measured('acknowledged', String(life.acknowledged.size))
  expect(Object.keys(statuses).filter((status) => !['200', '503'].includes(status))).toEqual([])
  expect([...life.saidWhen].filter((seconds) => Number(seconds) < 1)).toEqual([])
  for (const [token, text] of life.acknowledged) {
    const bff = bffs[text.length % bffs.length] as RunningBff
    expect((await bff.userInfo(token)).text).toBe(text)
  }
}

it.skipIf(!process.env.DATABASE_URL || !hasPostgres)(
  `PostgreSQL restarts ${restarts} times under load: nothing acknowledged is lost, and all is back within 5 s`,
  { timeout: patience(90_000) },
  async () => {
    const postgres = await startOwnPostgres()
    const storage = {
      name: 'PostgreSQL',
      create: () => createPostgresStorage(postgres.url, { lasting: false }),
    } as const
    const restart = (round: number) => postgres.restart(round % 2 ? 'fast' : 'immediate')
    try {
      await withStack((stack) => inProcesses(stack, (bffs) => play(bffs, stack, restart)), { storage })
    } finally {
      await postgres.remove()
    }
  },
)
