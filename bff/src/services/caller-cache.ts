import type { Caller } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { SessionBroadcast, SessionSubject } from '../ports/session-broadcast.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/unit.ts'

/** How long a change may go unseen whose word got lost. */
const keptMs = 5000
const mostKept = 20_000

export interface CallerCache {
  /** The caller by token hash, no older than the changes this process has heard of. */
  find(tokenHash: string): Promise<Caller | undefined>
  /** To be awaited before a change is answered for: from then on every process reads these anew. */
  announce(subjects: readonly SessionSubject[]): Promise<void>
}

/**
 * Keeps callers for as long as word of changes arrives; without a broadcast, or while it is lost, each is read anew.
 * Guests are never kept, so nobody who has just registered is taken for one; nor are sessions that end with another.
 */
export function createCallerCache(deps: {
  store: Pick<Store, 'read'>
  sessions: Pick<SessionStore, 'findCaller'>
  broadcast: SessionBroadcast | undefined
  clock: Clock
}): CallerCache {
  const { store, sessions, broadcast, clock } = deps
  const kept = new Map<string, { caller: Caller; readAt: number }>()
  const hashesOf = new Map<string, Set<string>>()
  const reading = new Map<string, Promise<Caller | undefined>>()

  function forgetOne(hash: string): void {
    const personId = kept.get(hash)?.caller.personId
    if (personId === undefined) return
    kept.delete(hash)
    const hashes = hashesOf.get(personId)
    hashes?.delete(hash)
    if (hashes?.size === 0) hashesOf.delete(personId)
  }

  function forget(subjects: readonly SessionSubject[]): void {
    for (const subject of subjects) {
      forgetOne(subject)
      for (const hash of hashesOf.get(subject) ?? []) forgetOne(hash)
    }
    // Whose sessions are being read is not known yet, and what is read may be older than the change.
    reading.clear()
  }

  function keep(hash: string, caller: Caller, readAt: number): void {
    forgetOne(hash)
    if (!caller.registered || caller.session.scope !== 'full') return
    kept.set(hash, { caller, readAt })
    const hashes = hashesOf.get(caller.personId) ?? new Set()
    hashesOf.set(caller.personId, hashes.add(hash))
    const [oldest] = kept.size > mostKept ? kept.keys() : []
    if (oldest !== undefined) forgetOne(oldest)
  }

  function read(hash: string): Promise<Caller | undefined> {
    const readAt = clock.now().getTime()
    const started = store
      .read(() => sessions.findCaller(hash))
      .then((caller) => {
        if (caller && reading.get(hash) === started) keep(hash, caller, readAt)
        return caller
      })
      .finally(() => {
        if (reading.get(hash) === started) reading.delete(hash)
      })
    reading.set(hash, started)
    return started
  }

  const forgetAll = () => {
    kept.clear()
    hashesOf.clear()
    reading.clear()
  }
  broadcast?.listen({ onChanged: forget, onLost: forgetAll })

  return {
    async find(hash) {
      if (!broadcast?.isHeard()) return store.read(() => sessions.findCaller(hash))
      const known = kept.get(hash)
      if (known && Math.abs(clock.now().getTime() - known.readAt) < keptMs) return known.caller
      return reading.get(hash) ?? read(hash)
    },
    async announce(subjects) {
      if (!broadcast || subjects.length === 0) return
      forget(subjects)
      await broadcast.publish(subjects)
    },
  }
}
