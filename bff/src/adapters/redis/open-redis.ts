import type { CounterStore } from '../../ports/counter-store.ts'
import type { Log } from '../../ports/log.ts'
import type { SessionBroadcast } from '../../ports/session-broadcast.ts'
import { createRedisCounterStore } from './redis-counter-store.ts'
import { openRedisLink } from './redis-link.ts'
import { createRedisSessionBroadcast } from './redis-session-broadcast.ts'

/** The services that processes share through Redis. */
export interface SharedByRedis {
  counters: CounterStore
  broadcast: SessionBroadcast
  /** Whether it answers within 250 ms. */
  ping(): Promise<boolean>
  close(): void
}

/**
 * `prefix` is prepended to every key and channel, so that installations can share a Redis. Resolves even if Redis is
 * down.
 */
export async function openRedis(given: { url: string; prefix: string; log: Log }): Promise<SharedByRedis> {
  const { url, prefix, log } = given
  const channel = `${prefix}:sessions`
  const link = await openRedisLink({ url, channel, heartbeatKey: `${prefix}:heartbeat`, log })
  return {
    counters: createRedisCounterStore(link, prefix),
    broadcast: createRedisSessionBroadcast(link, channel),
    ping: async () => (await link.ask(() => link.client.ping())) !== undefined,
    close: link.close,
  }
}
