import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { CounterStore, Share } from '../../ports/counter-store.ts'

/** Counts in this process alone. */
export function createMemoryCounterStore(): CounterStore {
  const limiters = new Map<string, RateLimiterMemory>()

  function limiterOf({ count, perSeconds }: Share): RateLimiterMemory {
    const name = `${count}/${perSeconds}`
    const known = limiters.get(name)
    if (known) return known
    const limiter = new RateLimiterMemory({ points: count, duration: perSeconds })
    limiters.set(name, limiter)
    return limiter
  }

  return {
    async take(key, share) {
      try {
        await limiterOf(share).consume(key)
        return {}
      } catch (result) {
        if (!(result instanceof RateLimiterRes)) throw result
        return { refused: { retryAfterMs: result.msBeforeNext } }
      }
    },
  }
}
