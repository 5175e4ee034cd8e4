import { normalizeNickname, type UserInfo, type UserInfoPatch } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { Person } from '../domain/person.ts'
import type { Caller } from '../domain/session.ts'
import type { AvatarFile, AvatarStore } from '../ports/avatar-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store, Unit } from '../ports/unit.ts'
import { presentUser } from './present-user.ts'

export interface UserService {
  get(caller: Caller): Promise<UserInfo>
  /** Throws `registration.required` for a guest. */
  update(caller: Caller, patch: UserInfoPatch): Promise<UserInfo>
  /** Throws `registration.required` for a guest: consent comes before a face. */
  saveAvatar(caller: Caller, file: AvatarFile): Promise<UserInfo>
}

export function createUserService(deps: {
  store: Store
  people: PersonStore
  avatars: AvatarStore
  clock: Clock
}): UserService {
  const { store, people, avatars, clock } = deps

  function* present(personId: string): Unit<UserInfo> {
    const person = yield* people.find(personId)
    if (!person) throw new AppError('session.expired')
    return presentUser(person, yield* people.listConsents(personId), clock.now())
  }

  function change(personId: string, changes: Partial<Pick<Person, 'nickname' | 'avatarId'>>): Promise<UserInfo> {
    return store.write(function* () {
      const person = yield* people.lock(personId)
      if (!person) throw new AppError('session.expired')
      if (person.registeredAt === null) throw new AppError('registration.required')
      yield* people.update({ ...person, ...changes, profileRefreshedAt: clock.now() })
      return yield* present(personId)
    })
  }

  return {
    get: ({ personId }) => store.read(() => present(personId)),

    async update(caller, { nickname }) {
      if (!caller.registered) throw new AppError('registration.required')
      if (nickname === undefined) return this.get(caller)
      return change(caller.personId, { nickname: normalizeNickname(nickname ?? '') })
    },

    async saveAvatar(caller, file) {
      if (!caller.registered) throw new AppError('registration.required')
      return change(caller.personId, { avatarId: await avatars.save(file) })
    },
  }
}
