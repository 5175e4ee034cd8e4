import type { SessionBroadcast } from '../../ports/session-broadcast.ts'
import type { RedisLink } from './redis-link.ts'

/** Messages are published and not stored: subjects, separated by spaces. */
export function createRedisSessionBroadcast(link: RedisLink, channel: string): SessionBroadcast {
  return {
    async publish(subjects) {
      const tell = () => link.client.publish(channel, subjects.join(' '))
      if ((await link.ask(tell)) !== undefined) return
      // Redis is slow: the other processes still listen, and would otherwise serve this from their cache until it
      // expires.
      await link.decide()
      await link.ask(tell)
    },
    isHeard: () => link.upForMs() > 0,
    listen: ({ onChanged, onLost }) => link.listen({ onMessage: (text) => onChanged(text.split(' ')), onLost }),
  }
}
