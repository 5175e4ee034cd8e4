import { setTimeout as delay } from 'node:timers/promises'

const pollMs = 5

/** Knows whether anything is going on: calls under way, and whether the screen changes. */
export interface Activity {
  /** Something that takes time has begun; call the result when it has ended. */
  begin(): () => void
  /** Something happened at this moment. */
  touch(): void
  /**
   * Resolves once nothing is under way and nothing has happened for `quietMs`, told by turns of the event loop: time
   * that a busy machine gave to others was not quiet, since nothing could happen.
   */
  settle(quietMs: number, timeoutMs: number): Promise<void>
}

export function createActivity(): Activity {
  let underWay = 0
  let changes = 0
  const touch = () => {
    changes++
  }
  return {
    touch,
    begin() {
      underWay++
      touch()
      let hasEnded = false
      return () => {
        if (hasEnded) return
        hasEnded = true
        underWay--
        touch()
      }
    },
    settle(quietMs, timeoutMs) {
      let seen = changes
      let quietTurns = -1 // what was done just now may show only in the next frame
      return poll(
        () => {
          quietTurns = underWay === 0 && changes === seen ? quietTurns + 1 : 0
          seen = changes
          return quietTurns * pollMs >= quietMs
        },
        timeoutMs,
        () => (underWay > 0 ? `still waiting for ${underWay} call(s)` : 'the screen keeps changing'),
      )
    },
  }
}

/** Asks again and again until it is true; rejects with the words of `describe` after `timeoutMs`. */
export async function poll(
  isReached: () => boolean,
  timeoutMs: number,
  describe: () => string = () => 'it did not become true',
): Promise<void> {
  const startedAt = performance.now()
  while (!isReached()) {
    if (performance.now() - startedAt > timeoutMs) throw new Error(`after ${timeoutMs} ms: ${describe()}`)
    await delay(pollMs)
  }
}
