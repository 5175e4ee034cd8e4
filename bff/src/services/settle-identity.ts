import { AppError } from '../domain/app-error.ts'
import type { IdentityKey, Person } from '../domain/person.ts'
import { type UnionKey, unionKey } from '../domain/union.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { JoinPeople } from './join-people.ts'
import { lockBoth } from './lock-both.ts'
import { together } from './together.ts'

/** How often to retry when the account of a unionid is merged into another between finding and locking it. */
const attempts = 3

/**
 * Finds and locks the person for an identity: by subject, else by unionid, else the given guest, else a new person. A
 * unionid that appears later merges the two accounts it connects, unless both are registered; then the person is asked.
 */
export type SettleIdentity = (
  key: IdentityKey,
  unionSubject: string | null,
  newcomer: () => Unit<string>,
) => Unit<Person>

export function createSettleIdentity(deps: {
  people: PersonStore
  unions: UnionStore
  joinPeople: JoinPeople
  clock: Clock
}): SettleIdentity {
  const { people, unions, joinPeople, clock } = deps

  /** The account into which `known` has been merged. */
  function* joinProven(known: string, ofUnion: string): Unit<Person | undefined> {
    const both = yield* lockBoth(people, known, ofUnion)
    if (!both) return undefined
    const [own, other] = both
    if (own.registeredAt && other.registeredAt) return own
    if (yield* unions.isApart(known, ofUnion)) return own
    // Keep the registered account, or else the older one: ids sort by creation time.
    const ownStays = own.registeredAt !== null || (other.registeredAt === null && own.id < other.id)
    const [from, into] = ownStays ? [other, own] : [own, other]
    yield* joinPeople(from, into, 'unionid')
    return yield* people.lock(into.id)
  }

  /** Without a unionid there is at most one person, who is locked when found. */
  function* settleAlone(key: IdentityKey, newcomer: () => Unit<string>): Unit<Person | undefined> {
    const known = yield* people.lockIdentified(key)
    if (known) return known
    const person = yield* people.lock(yield* newcomer())
    if (person) yield* people.insertIdentity(key, { personId: person.id, unionSubject: null, at: clock.now() })
    return person
  }

  function* settleUnited(key: IdentityKey, union: UnionKey, newcomer: () => Unit<string>): Unit<Person | undefined> {
    const [known, ofUnion] = yield* together(people.findIdentity(key), unions.findPerson(union))
    if (known && ofUnion !== undefined && ofUnion !== known.personId) {
      const joined = yield* joinProven(known.personId, ofUnion)
      if (joined && union.subject !== known.unionSubject) yield* people.saveUnionSubject(key, union.subject)
      return joined
    }
    const person = yield* people.lock(known?.personId ?? ofUnion ?? (yield* newcomer()))
    if (!person) return undefined
    const at = clock.now()
    if (!known) yield* people.insertIdentity(key, { personId: person.id, unionSubject: union.subject, at })
    else if (union.subject !== known.unionSubject) yield* people.saveUnionSubject(key, union.subject)
    if (ofUnion === undefined) yield* unions.insert(union, person.id, at)
    return person
  }

  return function* settleIdentity(key, unionSubject, newcomer) {
    const union = unionKey(key.platform, unionSubject)
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const person = yield* union ? settleUnited(key, union, newcomer) : settleAlone(key, newcomer)
      if (person) return person
    }
    throw new AppError('storage.unavailable', { retryAfterMs: 1000 })
  }
}
