import type { Person } from '../domain/person.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Unit } from '../ports/unit.ts'

/**
 * Locks two people in a fixed order, so that concurrent callers cannot deadlock; `undefined` if one of them is gone.
 */
export function* lockBoth(people: PersonStore, one: string, other: string): Unit<[Person, Person] | undefined> {
  const locked = new Map<string, Person>()
  for (const id of [one, other].sort()) {
    const person = yield* people.lock(id)
    if (!person) return undefined
    locked.set(id, person)
  }
  return [locked.get(one) as Person, locked.get(other) as Person]
}
