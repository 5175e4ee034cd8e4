import type { Clock } from '../../ports/clock.ts'

const askAgainMs = 10_000

export interface SharedClock extends Clock {
  close(): void
}

/**
 * The database's time: processes that share a store have to agree on when a lease or a ticket ends, and the clocks of
 * their machines may not. Between two questions it goes on by a clock that nobody sets. Rejects as `ask` does.
 */
export async function openPostgresClock(ask: () => Promise<number>): Promise<SharedClock> {
  let aheadMs: number | undefined

  async function compare(): Promise<void> {
    const askedAt = performance.now()
    const earliest = await ask()
    const answeredAt = performance.now()
    // It was read at some time between the two; an estimate that this allows is as good as any.
    const latest = earliest + (answeredAt - askedAt)
    const known = aheadMs === undefined ? (earliest + latest) / 2 : answeredAt + aheadMs
    aheadMs = Math.min(Math.max(known, earliest), latest) - answeredAt
  }

  await compare()
  const timer = setInterval(() => compare().catch(() => {}), askAgainMs).unref()
  return { now: () => new Date(performance.now() + (aheadMs ?? 0)), close: () => clearInterval(timer) }
}
