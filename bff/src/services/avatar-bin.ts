import type { AvatarStore } from '../ports/avatar-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store, Unit } from '../ports/unit.ts'

/** Takes avatars that nobody shows any more off the disk, also when the process dies between the row and the file. */
export interface AvatarBin {
  /** Part of the unit that takes the avatar from its person. */
  discard(avatarId: string | null): Unit<void>
  /** After such a unit is durable. */
  empty(): Promise<void>
}

export function createAvatarBin(deps: {
  store: Store
  people: PersonStore
  avatars: AvatarStore
  clock: Clock
}): AvatarBin {
  const { store, people, avatars, clock } = deps
  return {
    *discard(avatarId) {
      if (avatarId !== null) yield* people.discardAvatar(avatarId, clock.now())
    },
    async empty() {
      for (const avatarId of await store.read(() => people.listDiscardedAvatars())) {
        await avatars.remove(avatarId)
        await store.write(() => people.forgetDiscardedAvatar(avatarId))
      }
    },
  }
}
