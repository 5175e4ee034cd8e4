import { AppError } from '../domain/app-error.ts'
import type { IdentityKey, Person } from '../domain/person.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Unit } from '../ports/unit.ts'

/** How often to retry when the account is merged into another between finding and locking it. */
const attempts = 3

/** Finds and locks the person behind an identity; `undefined` if nobody has it. Throws `storage.unavailable`. */
export function* lockBehind(people: PersonStore, key: IdentityKey): Unit<Person | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const identity = yield* people.findIdentity(key)
    if (!identity) return undefined
    const person = yield* people.lock(identity.personId)
    if (person) return person
  }
  throw new AppError('storage.unavailable', { retryAfterMs: 1000 })
}
