import type { Person } from '../domain/person.ts'
import type { JoinCause } from '../domain/person-join.ts'
import { seal, unseal } from '../lib/seal.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { Keyring } from './keyring-service.ts'
import type { ProfileContent } from './profile-content.ts'
import type { SessionKeys } from './session-keys.ts'

/**
 * Merges `from` into `into`; both must be locked. `into` receives everything that `from` had, and `from` is removed.
 * Where both have a profile value, the one of `into` is kept. Merging a guest without identity (`cause` null) leaves no
 * record.
 */
export type JoinPeople = (from: Person, into: Person, cause: JoinCause | null) => Unit<void>

export const phonePlace = (personId: string): string => `phone:${personId}`

export function createJoinPeople(deps: {
  people: PersonStore
  unions: UnionStore
  product: Product
  keys: SessionKeys
  keyring: Keyring
  avatarBin: AvatarBin
  profileContent: ProfileContent
  noteOnPerson: NoteOnPerson
  clock: Clock
}): JoinPeople {
  const { people, unions, product, keys, keyring, avatarBin, profileContent, noteOnPerson, clock } = deps

  function* moveProfile(from: Person, into: Person): Unit<void> {
    const phone = yield* people.findPhone(from.id)
    yield* profileContent.join(from, into)
    // Rider ids are unique: release the one of `from` before it is assigned.
    yield* people.update({ ...from, riderId: null })
    if (into.avatarId !== null) yield* avatarBin.discard(from.avatarId)
    const earlier = (one: Date | null, other: Date | null) => (one && other && other < one ? other : one)
    yield* people.update({
      ...into,
      nickname: into.nickname ?? from.nickname,
      avatarId: into.avatarId ?? from.avatarId,
      riderId: into.riderId ?? from.riderId,
      registeredAt: earlier(into.registeredAt, from.registeredAt),
      ranked: into.ranked && from.ranked,
    })
    if (!phone || into.phoneMasked !== null) return
    const key = keyring['personal-data']
    const number = unseal(key, phonePlace(from.id), phone.sealed)
    yield* people.savePhone(into.id, { sealed: seal(key, phonePlace(into.id), number), masked: phone.masked })
  }

  return function* joinPeople(from, into, cause) {
    yield* product.beforeJoin(from, into)
    yield* moveProfile(from, into)
    // Values sealed for their person are sealed again; all others only change their owner.
    yield* keys.move(from.id, into.id)
    yield* unions.moveBelongings(from.id, into.id)
    // A person who was hidden with either account is hidden after the merge.
    yield* product.personChanged({ ...into, ranked: into.ranked && from.ranked })
    if (cause) {
      const actor = cause === 'asked' ? 'person' : 'server'
      yield* noteOnPerson(into.id, { actor, action: 'user.join', detail: cause })
      yield* unions.insertJoin({ personId: into.id, joinedPersonId: from.id, cause, joinedAt: clock.now() })
    }
    yield* people.remove(from.id)
  }
}
