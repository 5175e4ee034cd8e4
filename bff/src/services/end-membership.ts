import { contentFields } from '../domain/content.ts'
import type { Person } from '../domain/person.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { ProfileContent } from './profile-content.ts'

/** The profile of a person before registration, and after consent is withdrawn. */
const blank: Omit<Person, 'id' | 'createdAt'> = {
  nickname: null,
  avatarId: null,
  phoneMasked: null,
  riderId: null,
  registeredAt: null,
  profileRefreshedAt: null,
  ranked: true,
}

/** Turns a locked member into a guest. All data based on consent is erased; identity and sessions stay. */
export type EndMembership = (member: Person) => Unit<void>

export function createEndMembership({
  people,
  avatarBin,
  profileContent,
}: {
  people: PersonStore
  avatarBin: AvatarBin
  profileContent: ProfileContent
}): EndMembership {
  return function* endMembership({ id, createdAt, avatarId }) {
    yield* avatarBin.discard(avatarId)
    yield* profileContent.remove(id, contentFields)
    yield* people.update({ id, createdAt, ...blank })
    yield* people.savePhone(id, null)
    yield* people.saveRegistrationEntry(id, null)
    yield* people.removeConsented(id)
  }
}
