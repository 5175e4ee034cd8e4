import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { CounterStore, Share } from '../../ports/counter-store.ts'

/** Counts for this process only. */
export function createMemoryCounterStore(): CounterStore {
  const limiters = new Map<string, RateLimiterMemory>()
  // All callers share the same few limits.
  const limiterOfShare = new WeakMap<Share, RateLimiterMemory>()

  function limiterOf(share: Share): RateLimiterMemory {
    const known = limiterOfShare.get(share)
    if (known) return known
    const name = `${share.count}/${share.perSeconds}`
    const limiter = limiters.get(name) ?? new RateLimiterMemory({ points: share.count, duration: share.perSeconds })
    limiters.set(name, limiter)
    limiterOfShare.set(share, limiter)
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
