import { setTimeout as delay } from 'node:timers/promises'

const pollMs = 5

/** Tracks pending calls and screen changes. */
export interface Activity {
  /** Marks the start of an asynchronous action; call the result when it has ended. */
  begin(): () => void
  /** Marks an instantaneous event. */
  touch(): void
  /**
   * Resolves once no call is pending and nothing has happened for `quietMs`, measured in turns of the event loop: time
   * during which a busy machine did not run this process does not count.
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
      let quietTurns = -1 // a change may only show in the next frame
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

/** Polls until the condition is true; rejects with the text of `describe` after `timeoutMs`. */
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
