import type { Clock } from '../ports/clock.ts'

/** How long a change may stay unnoticed if its broadcast is lost. */
const keptMs = 5000
const mostKeptByDefault = 20_000

/** A cache that is valid while invalidations arrive. */
export interface HeardCache<T> {
  find(key: string): Promise<T | undefined>
  /** Invalidates by key, or by the person to whom the values belong. */
  forget(subjects: readonly string[]): void
  forgetAll(): void
}

/** While `isHeard` is false, every lookup reads. `keeps` says which values may be cached. */
export function createHeardCache<T>(deps: {
  read(key: string): Promise<T | undefined>
  personOf(value: T): string
  keeps(value: T): boolean
  isHeard(): boolean
  clock: Clock
  mostKept?: number
}): HeardCache<T> {
  const { read, personOf, keeps, isHeard, clock, mostKept = mostKeptByDefault } = deps
  const kept = new Map<string, { value: T; readAt: number }>()
  const keysOf = new Map<string, Set<string>>()
  const reading = new Map<string, Promise<T | undefined>>()

  function forgetOne(key: string): void {
    const found = kept.get(key)
    if (!found) return
    kept.delete(key)
    const personId = personOf(found.value)
    const keys = keysOf.get(personId)
    keys?.delete(key)
    if (keys?.size === 0) keysOf.delete(personId)
  }

  function keep(key: string, value: T, readAt: number): void {
    forgetOne(key)
    if (!keeps(value)) return
    kept.set(key, { value, readAt })
    const keys = keysOf.get(personOf(value)) ?? new Set()
    keysOf.set(personOf(value), keys.add(key))
    const [oldest] = kept.size > mostKept ? kept.keys() : []
    if (oldest !== undefined) forgetOne(oldest)
  }

  function readAndKeep(key: string): Promise<T | undefined> {
    const readAt = clock.now().getTime()
    const started = read(key)
      .then((value) => {
        if (value !== undefined && reading.get(key) === started) keep(key, value, readAt)
        return value
      })
      .finally(() => {
        if (reading.get(key) === started) reading.delete(key)
      })
    reading.set(key, started)
    return started
  }

  return {
    async find(key) {
      if (!isHeard()) return read(key)
      const known = kept.get(key)
      if (known && Math.abs(clock.now().getTime() - known.readAt) < keptMs) return known.value
      return reading.get(key) ?? readAndKeep(key)
    },
    forget(subjects) {
      for (const subject of subjects) {
        forgetOne(subject)
        for (const key of keysOf.get(subject) ?? []) forgetOne(key)
      }
      // Reads in progress are discarded as well: whose values they read is not known yet, and they may predate the
      // change.
      reading.clear()
    },
    forgetAll() {
      kept.clear()
      keysOf.clear()
      reading.clear()
    },
  }
}
