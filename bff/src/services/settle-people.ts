import type { IdentityKey } from '../domain/person.ts'
import { sessionExpiresAt } from '../domain/session.ts'
import { createUlid } from '../lib/ulid.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { JoinPeople } from './join-people.ts'
import type { SettleIdentity } from './settle-identity.ts'
import type { TokenService } from './token-service.ts'

/** Finds or creates the person for a login. */
export interface SettlePeople {
  /** The person of a guest token, locked; `undefined` if the token is invalid or the person has an identity. */
  findGuest(guestToken: string | undefined): Unit<string | undefined>
  /** The guest, whose previous token is revoked, or a new person. */
  settleGuest(guestId: string | undefined): Unit<string>
  /** The person of an identity. A new identity takes over the guest; a known one inherits the guest's data. */
  settlePerson(key: IdentityKey, unionSubject: string | null, guestId: string | undefined): Unit<string>
}

export function createSettlePeople(deps: {
  people: PersonStore
  sessions: SessionStore
  tokens: TokenService
  settleIdentity: SettleIdentity
  joinPeople: JoinPeople
  clock: Clock
}): SettlePeople {
  const { people, sessions, tokens, settleIdentity, joinPeople, clock } = deps

  function* createPerson(): Unit<string> {
    const createdAt = clock.now()
    const id = createUlid(createdAt)
    yield* people.insert({ id, createdAt })
    return id
  }

  return {
    *findGuest(guestToken) {
      if (guestToken === undefined) return undefined
      const tokenHash = tokens.hash(guestToken)
      const session = yield* sessions.find(tokenHash)
      if (!session || sessionExpiresAt(session) <= clock.now()) return undefined
      const person = yield* people.lock(session.personId)
      // Looked up again under the lock: a concurrent login may have settled this guest while we waited.
      const usable = person && (yield* sessions.find(tokenHash)) && !(yield* people.hasIdentity(person.id))
      return usable ? person.id : undefined
    },

    *settleGuest(guestId) {
      if (guestId === undefined) return yield* createPerson()
      yield* sessions.removeOfPerson(guestId)
      return guestId
    },

    *settlePerson(key, unionSubject, guestId) {
      // The guest's token is revoked here, so the guest cannot be settled a second time.
      if (guestId !== undefined) yield* sessions.removeOfPerson(guestId)
      const person = yield* settleIdentity(key, unionSubject, function* () {
        return guestId ?? (yield* createPerson())
      })
      const guest = guestId === undefined || guestId === person.id ? undefined : yield* people.find(guestId)
      if (guest) yield* joinPeople(guest, person, null)
      return person.id
    },
  }
}
