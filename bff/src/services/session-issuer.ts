import type { LoginResponse } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { IdentityKey } from '../domain/person.ts'
import { type SessionRecord, sessionExpiresAt } from '../domain/session.ts'
import { createUlid } from '../lib/ulid.ts'
import type { Clock } from '../ports/clock.ts'
import type { DeviceStore } from '../ports/device-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Device, SessionStore } from '../ports/session-store.ts'
import type { Unit } from '../ports/unit.ts'
import { presentPrincipal, presentUser } from './present-user.ts'
import type { TokenService } from './token-service.ts'

/** A login's answer before it leaves: here the token is always present. */
export type IssuedSession = LoginResponse & { token: string }

export interface SessionIssuer {
  /** The person behind a guest token, locked; `undefined` once the token is void or its person has an identity. */
  findGuest(guestToken: string | undefined): Unit<string | undefined>
  /** The guest, signed out of its earlier token, or a person made just now. */
  settleGuest(guestId: string | undefined): Unit<string>
  /** The person an identity leads to. A new identity takes over the guest; a known one inherits what the guest owns. */
  settlePerson(key: IdentityKey, unionSubject: string | null, guestId: string | undefined): Unit<string>
  /** Issues the session of a device, replacing the one it had. */
  issue(session: {
    personId: string
    device: Device
    model: string | null
    identified: boolean
    keyEpoch: number | null
    degraded: boolean
  }): Unit<{ answer: IssuedSession; tokenHash: string }>
}

export function createSessionIssuer(deps: {
  people: PersonStore
  devices: DeviceStore
  sessions: SessionStore
  tokens: TokenService
  clock: Clock
}): SessionIssuer {
  const { people, devices, sessions, tokens, clock } = deps

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
      // The guest's token dies here, and with it the only way to settle the guest a second time.
      if (guestId !== undefined) yield* sessions.removeOfPerson(guestId)
      const known = yield* people.findIdentity(key)
      if (known) {
        if (guestId !== undefined) {
          yield* devices.moveIntents(guestId, known.personId)
          yield* people.remove(guestId)
        }
        return known.personId
      }
      const personId = guestId ?? (yield* createPerson())
      yield* people.insertIdentity(key, { personId, unionSubject, at: clock.now() })
      return personId
    },

    *issue({ personId, device, model, identified, keyEpoch, degraded }) {
      const now = clock.now()
      const token = tokens.create()
      const session: SessionRecord = {
        tokenHash: tokens.hash(token),
        personId,
        ...device,
        identified,
        model,
        createdAt: now,
        lastSeenAt: now,
      }
      yield* sessions.removeOfDevice(device, { identified })
      yield* sessions.insert(session)
      const person = yield* people.find(personId)
      if (!person) throw new AppError('internal', { cause: new Error('a session was issued for nobody') })
      const answer: IssuedSession = {
        token,
        expiresAt: sessionExpiresAt(session).toISOString(),
        keyEpoch,
        checkSession: false,
        degraded,
        principal: presentPrincipal(person),
        user: presentUser(person, yield* people.listConsents(personId), now),
      }
      return { answer, tokenHash: session.tokenHash }
    },
  }
}
