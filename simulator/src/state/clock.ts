export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}

/** A clock that a test sets and moves; it runs on in between. */
export interface AdjustableClock extends Clock {
  advance(ms: number): void
  /** To any moment, also an earlier one. */
  set(at: number): void
  reset(): void
}

export const systemClock: Clock = { now: () => Date.now() }

export function createAdjustableClock(base: Clock): AdjustableClock {
  let offsetMs = 0
  return {
    now: () => base.now() + offsetMs,
    advance(ms) {
      offsetMs += ms
    },
    set(at) {
      offsetMs = at - base.now()
    },
    reset() {
      offsetMs = 0
    },
  }
}
