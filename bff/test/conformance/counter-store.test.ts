import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryCounterStore } from '../../src/adapters/memory/memory-counter-store.ts'
import { openRedis } from '../../src/adapters/redis/open-redis.ts'
import { createRedisCounterStore } from '../../src/adapters/redis/redis-counter-store.ts'
import { openRedisLink } from '../../src/adapters/redis/redis-link.ts'
import type { CounterStore } from '../../src/ports/counter-store.ts'
import { silentLog } from '../support/silent-log.ts'
import { until } from '../support/until.ts'

const { REDIS_URL: redisUrl } = process.env

const kinds: { name: string; open(): Promise<CounterStore> }[] = [
  { name: 'memory', open: async () => createMemoryCounterStore() },
]
if (redisUrl) {
  kinds.push({
    name: 'Redis',
    async open() {
      const redis = await openRedis({ url: redisUrl, prefix: `test-${randomUUID()}`, log: silentLog })
      onTestFinished(redis.close)
      return redis.counters
    },
  })
}

const takeMany = async (counters: CounterStore, key: string, times: number, share = { count: 3, perSeconds: 60 }) => {
  const taken = await Promise.all(Array.from({ length: times }, () => counters.take(key, share)))
  return taken.filter(({ refused }) => !refused).length
}

describe.each(kinds)('CounterStore in $name', ({ open }) => {
  it('gives as many as the share has, and then says for how long there are no more', async () => {
    const counters = await open()
    expect(await takeMany(counters, 'a', 50)).toBe(3)
    const { refused } = await counters.take('a', { count: 3, perSeconds: 60 })
    expect(refused?.retryAfterMs).toBeGreaterThan(50_000)
    expect(refused?.retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  it('counts each key by itself', async () => {
    const counters = await open()
    await takeMany(counters, 'a', 5)
    expect(await takeMany(counters, 'b', 5)).toBe(3)
  })

  it('makes a share whole again when its time is over', async () => {
    const counters = await open()
    const share = { count: 2, perSeconds: 1 }
    expect(await takeMany(counters, 'a', 4, share)).toBe(2)
    await until('the share is whole', async () => (await takeMany(counters, 'a', 1, share)) === 1, 3000)
  })
})

it.skipIf(!redisUrl)('counts for all processes on one Redis together', async () => {
  const prefix = `test-${randomUUID()}`
  const opened = await Promise.all([1, 2, 3].map(() => openRedis({ url: redisUrl ?? '', prefix, log: silentLog })))
  onTestFinished(() => opened.forEach(({ close }) => void close()))
  const taken = await Promise.all(
    opened.map(({ counters }) => takeMany(counters, 'a', 20, { count: 30, perSeconds: 60 })),
  )
  expect(taken.reduce((sum, count) => sum + count)).toBe(30)
})

// What is thrown beside the answer would end the process, and fails this run.
it.skipIf(!redisUrl)('takes from a first share while other commands are on their way', async () => {
  const prefix = `test-${randomUUID()}`
  const names = { channel: `${prefix}:sessions`, heartbeatKey: `${prefix}:heartbeat` }
  const link = await openRedisLink({ url: redisUrl ?? '', ...names, log: silentLog })
  onTestFinished(link.close)
  const counters = createRedisCounterStore(link, prefix)
  const pinged = link.ask(() => link.client.ping())
  expect(await counters.take('a', { count: 3, perSeconds: 60 })).toEqual({})
  expect(await pinged).toBe('PONG')
  expect(await link.ask(() => link.client.exists(`${prefix}:limit:3/60:a`))).toBe(1)
})
