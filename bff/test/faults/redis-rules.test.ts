import { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { openRedisLink } from '../../src/adapters/redis/redis-link.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { hasRedis, startOwnRedis } from '../support/own-redis.ts'
import { until } from '../support/until.ts'

it.skipIf(!hasRedis)('a Redis that lets nobody listen counts as lost until it does', async () => {
  const redis = await startOwnRedis()
  const master = new Redis(redis.url)
  try {
    await master.call('ACL', 'SETUSER', 'deaf', 'on', '>word', '~*', '+@all', 'resetchannels')
    const lines: string[] = []
    const heard: string[] = []
    const link = await openRedisLink({
      url: redis.url.replace('//', '//deaf:word@'),
      channel: 'ended',
      heartbeatKey: 'heartbeat',
      log: createLogger('info', { write: (line) => lines.push(line) }),
    })
    link.listen({ onMessage: (text) => heard.push(text), onLost() {} })
    expect(link.upForMs()).toBe(0)
    expect(lines.join('')).toContain('redis.lost')

    await master.call('ACL', 'SETUSER', 'deaf', 'allchannels')
    await until('it listens', () => link.upForMs() > 0)
    await master.publish('ended', 'somebody')
    await until('word arrives', () => heard.length > 0)
    link.close()
  } finally {
    master.disconnect()
    await redis.kill()
  }
})
