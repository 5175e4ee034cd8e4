import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { openPostgresClock } from './postgres-clock.ts'

const start = Date.parse('2026-01-01T00:00:00Z')
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const passes = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A database whose answer is read halfway through the time it takes. */
function createDatabase() {
  const zero = performance.now()
  const database = { aheadMs: 0, tookMs: 100, isDown: false }
  const time = () => start + performance.now() - zero + database.aheadMs
  return Object.assign(database, {
    time,
    async ask() {
      await passes(database.tookMs / 2)
      const now = time()
      await passes(database.tookMs / 2)
      if (database.isDown) throw new Error('down')
      return now
    },
  })
}

async function open(database: ReturnType<typeof createDatabase>) {
  const opening = openPostgresClock(database.ask)
  await vi.advanceTimersByTimeAsync(database.tookMs)
  const clock = await opening
  onTestFinished(clock.close)
  return clock
}

it('is the time of the database, whatever the machine is set to meanwhile', async () => {
  const database = createDatabase()
  const clock = await open(database)
  vi.setSystemTime(0)
  expect(clock.now().getTime()).toBeCloseTo(database.time(), -1)
  vi.advanceTimersByTime(5000)
  expect(clock.now().getTime()).toBeCloseTo(database.time(), -1)
})

it('follows a database whose clock was set, and goes on by itself while none answers', async () => {
  const database = createDatabase()
  const clock = await open(database)
  database.aheadMs = -60_000
  await vi.advanceTimersByTimeAsync(11_000)
  expect(Math.abs(clock.now().getTime() - database.time())).toBeLessThanOrEqual(database.tookMs)
  database.isDown = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect(Math.abs(clock.now().getTime() - database.time())).toBeLessThanOrEqual(database.tookMs)
})

it('does not jump for an answer that took long', async () => {
  const database = createDatabase()
  database.tookMs = 10
  const clock = await open(database)
  database.tookMs = 4000
  await vi.advanceTimersByTimeAsync(15_000)
  expect(Math.abs(clock.now().getTime() - database.time())).toBeLessThanOrEqual(10)
})
