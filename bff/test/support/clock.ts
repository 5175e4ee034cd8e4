import type { Clock } from '../../src/ports/clock.ts'

/** The system's time, moved forward by whoever tests. */
export interface MovableClock extends Clock {
  advance(ms: number): void
}

export function createMovableClock(): MovableClock {
  let offsetMs = 0
  return {
    now: () => new Date(Date.now() + offsetMs),
    advance(ms) {
      offsetMs += ms
    },
  }
}
