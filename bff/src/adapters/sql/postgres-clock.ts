import type { Clock } from '../../ports/clock.ts'

const askAgainMs = 10_000

export interface SharedClock extends Clock {
  close(): void
}

/**
 * The database's time: processes that share a store must agree on when a lease or ticket expires, although their
 * machines' clocks may differ. Between two queries it is extrapolated with a monotonic clock. Rejects as `ask` does.
 */
export async function openPostgresClock(ask: () => Promise<number>): Promise<SharedClock> {
  let aheadMs: number | undefined

  async function compare(): Promise<void> {
    const askedAt = performance.now()
    const earliest = await ask()
    const answeredAt = performance.now()
    // The time was read at some point between the two; keep the previous estimate if it is within that range.
    const latest = earliest + (answeredAt - askedAt)
    const known = aheadMs === undefined ? (earliest + latest) / 2 : answeredAt + aheadMs
    aheadMs = Math.min(Math.max(known, earliest), latest) - answeredAt
  }

  await compare()
  const timer = setInterval(() => compare().catch(() => {}), askAgainMs).unref()
  return { now: () => new Date(performance.now() + (aheadMs ?? 0)), close: () => clearInterval(timer) }
}
