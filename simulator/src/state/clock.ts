export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
}

/** A clock that a test moves forward; it runs on between the moves. */
export interface AdjustableClock extends Clock {
  advance(ms: number): void
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
    reset() {
      offsetMs = 0
    },
  }
}
