import { setTimeout as delay } from 'node:timers/promises'
import { NotReady } from './first-login.ts'

export interface UntilReadyOptions {
  signal: AbortSignal
  say(line: string): void
  /** Before that, a part that does not answer is starting, which is no news. */
  quietMs: number
  /** Gives up, with the last words, after that. */
  timeoutMs: number
}

const pauseMs = 300

/** Tries until it works. Says what is wrong once it has taken long, and again when the words change. */
export async function untilReady<Result>(attempt: () => Promise<Result>, options: UntilReadyOptions): Promise<Result> {
  const { signal, say, quietMs, timeoutMs } = options
  const startedAt = performance.now()
  let said = ''
  while (true) {
    try {
      return await attempt()
    } catch (error) {
      const elapsedMs = performance.now() - startedAt
      if (!(error instanceof NotReady) || elapsedMs > timeoutMs) throw error
      if (elapsedMs > quietMs && error.message !== said) {
        said = error.message
        say(`not ready yet: ${said}`)
      }
    }
    await delay(pauseMs, undefined, { signal })
  }
}
