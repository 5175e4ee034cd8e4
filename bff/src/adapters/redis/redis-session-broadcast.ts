import type { SessionBroadcast } from '../../ports/session-broadcast.ts'
import type { RedisLink } from './redis-link.ts'

/** Messages are told and kept nowhere: subjects, with spaces between them. */
export function createRedisSessionBroadcast(link: RedisLink, channel: string): SessionBroadcast {
  return {
    async publish(subjects) {
      const tell = () => link.client.publish(channel, subjects.join(' '))
      if ((await link.ask(tell)) !== undefined) return
      // Slow for once: the others still listen, and would not know before their copies are too old.
      await link.decide()
      await link.ask(tell)
    },
    isHeard: () => link.upForMs() > 0,
    listen: ({ onChanged, onLost }) => link.listen({ onMessage: (text) => onChanged(text.split(' ')), onLost }),
  }
}
