import type { SessionBroadcast } from '../../ports/session-broadcast.ts'
import type { RedisLink } from './redis-link.ts'

/** Messages are told and kept nowhere: subjects, with spaces between them. */
export function createRedisSessionBroadcast(link: RedisLink, channel: string): SessionBroadcast {
  return {
    async publish(subjects) {
      await link.ask(() => link.client.publish(channel, subjects.join(' ')))
    },
    isHeard: () => link.upForMs() > 0,
    listen: ({ onChanged, onLost }) => link.listen({ onMessage: (text) => onChanged(text.split(' ')), onLost }),
  }
}
