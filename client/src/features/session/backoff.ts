const firstPauseMs = 5_000
const longestPauseMs = 300_000

export interface Backoff {
  isDue(): boolean
  /** Exponential backoff: doubles the wait, and waits at least as long as the server asked for. */
  fail(atLeastMs?: number): void
  succeed(): void
}

export function createBackoff(now: () => number): Backoff {
  let failures = 0
  let dueAtMs = 0
  return {
    isDue: () => now() >= dueAtMs,
    fail(atLeastMs = 0) {
      dueAtMs = now() + Math.max(atLeastMs, Math.min(firstPauseMs * 2 ** failures, longestPauseMs))
      failures += 1
    },
    succeed() {
      failures = 0
      dueAtMs = 0
    },
  }
}
