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
  let failedAtMs = 0
  let pauseMs = 0
  return {
    isDue() {
      const sinceMs = now() - failedAtMs
      // The phone's clock may have been set back in the meantime.
      return sinceMs < 0 || sinceMs >= pauseMs
    },
    fail(atLeastMs = 0) {
      failedAtMs = now()
      pauseMs = Math.max(atLeastMs, Math.min(firstPauseMs * 2 ** failures, longestPauseMs))
      failures += 1
    },
    succeed() {
      failures = 0
      pauseMs = 0
    },
  }
}
