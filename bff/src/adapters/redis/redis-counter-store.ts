import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { CounterStore, Share } from '../../ports/counter-store.ts'
import type { RedisLink } from './redis-link.ts'

interface Limiters {
  shared: RateLimiterRedis
  own: RateLimiterMemory
}

/**
 * Counts for all processes together, one round trip per request. Each process also counts its own requests. If Redis
 * was unavailable during a limit's window, the local count decides until the window ends, and the limit is divided by
 * the number of processes. Whatever Redis loses, together they allow at most twice the limit, and no more than the
 * limit if callers are spread evenly.
 */
export function createRedisCounterStore(link: RedisLink, prefix: string): CounterStore {
  const known = new Map<string, Limiters>()
  // Registers the Lua script: pipelined commands only know scripts that were registered before the first of them.
  new RateLimiterRedis({ storeClient: link.client, points: 1, duration: 1 })

  function limitersOf({ count, perSeconds }: Share): Limiters {
    const name = `${count}/${perSeconds}`
    let limiters = known.get(name)
    if (!limiters) {
      const share = { points: count, duration: perSeconds, keyPrefix: `${prefix}:limit:${name}` }
      // Once a limit is used up, Redis is not asked again.
      const shared = new RateLimiterRedis({ ...share, storeClient: link.client, inMemoryBlockOnConsumed: count })
      limiters = { shared, own: new RateLimiterMemory(share) }
      known.set(name, limiters)
    }
    return limiters
  }

  return {
    async take(key, share) {
      const { shared, own } = limitersOf(share)
      const mine = await own.penalty(key)
      const begunMsAgo = share.perSeconds * 1000 - mine.msBeforeNext
      if (link.upForMs() >= begunMsAgo) {
        const taken = await link.ask(() => consume(shared, key))
        if (taken) return taken
      }
      const part = Math.max(1, Math.floor(share.count / link.processes()))
      return mine.consumedPoints <= part ? {} : { refused: { retryAfterMs: mine.msBeforeNext } }
    },
  }
}

async function consume(limiter: RateLimiterRedis, key: string): ReturnType<CounterStore['take']> {
  try {
    await limiter.consume(key)
    return {}
  } catch (result) {
    if (!(result instanceof RateLimiterRes)) throw result
    return { refused: { retryAfterMs: result.msBeforeNext } }
  }
}
