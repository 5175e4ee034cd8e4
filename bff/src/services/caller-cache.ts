import type { Caller } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { SessionBroadcast, SessionSubject } from '../ports/session-broadcast.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/store.ts'
import { createHeardCache } from './heard-cache.ts'
import type { UserFacts } from './present-user.ts'
import type { ReadUserFacts } from './user-presenter.ts'

export interface CallerCache {
  /** The caller by token hash; reflects all changes this process has been notified of. */
  find(tokenHash: string): Promise<Caller | undefined>
  /** What a person sees of their own account; as current as `find`. */
  findFacts(personId: string): Promise<UserFacts | undefined>
  /** Invalidates the cache in every process. Await it before responding to the request that made the change. */
  announce(subjects: readonly SessionSubject[]): Promise<void>
}

/**
 * Caches callers and what they see of themselves while invalidations arrive. Without a broadcast, or while it is lost,
 * every lookup reads the store. Not cached: guests, so that a new member is never treated as one; sessions that end
 * with another session; people whose account depends on other accounts (`UserFacts.hasUnion`).
 */
export function createCallerCache(deps: {
  store: Pick<Store, 'read'>
  sessions: Pick<SessionStore, 'findCaller'>
  readFacts: ReadUserFacts
  broadcast: SessionBroadcast | undefined
  clock: Clock
}): CallerCache {
  const { store, sessions, readFacts, broadcast, clock } = deps
  const isHeard = () => broadcast?.isHeard() ?? false
  const callers = createHeardCache<Caller>({
    read: (hash) => store.read(() => sessions.findCaller(hash)),
    personOf: ({ personId }) => personId,
    keeps: ({ registered, session }) => registered && session.scope === 'full',
    isHeard,
    clock,
  })
  const facts = createHeardCache<UserFacts>({
    read: (personId) => store.read(() => readFacts(personId)),
    personOf: ({ person }) => person.id,
    keeps: ({ person, hasUnion }) => person.registeredAt !== null && !hasUnion,
    isHeard,
    clock,
  })

  function forget(subjects: readonly SessionSubject[]): void {
    callers.forget(subjects)
    facts.forget(subjects)
  }

  broadcast?.listen({
    onChanged: forget,
    onLost() {
      callers.forgetAll()
      facts.forgetAll()
    },
  })

  return {
    find: callers.find,
    findFacts: facts.find,
    async announce(subjects) {
      if (!broadcast || subjects.length === 0) return
      forget(subjects)
      await broadcast.publish(subjects)
    },
  }
}
