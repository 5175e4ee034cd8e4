import type { AvatarStore } from '../ports/avatar-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'

/** From the file to the row it takes milliseconds; a database that is away is given this long to settle. */
const shownWithinMs = 10 * 60_000

/** Takes avatars that nobody shows any more off the disk, also when the process dies between the row and the file. */
export interface AvatarBin {
  /** Before its file is written: it goes again unless somebody shows it soon, also when nobody learns what became of it. */
  expect(avatarId: string): Promise<void>
  /** Part of the unit that shows it. */
  keep(avatarId: string): Unit<void>
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
    expect: (avatarId) =>
      store.write(() => people.discardAvatar(avatarId, new Date(clock.now().getTime() + shownWithinMs))),
    keep: (avatarId) => people.forgetDiscardedAvatar(avatarId),
    *discard(avatarId) {
      if (avatarId !== null) yield* people.discardAvatar(avatarId, clock.now())
    },
    async empty() {
      for (const avatarId of await store.read(() => people.listDiscardedAvatars(clock.now()))) {
        // A command with a DATA_DIR of its own leaves the picture to a server, which has it and looks every ten minutes.
        if (!(await avatars.remove(avatarId))) return
        await store.write(() => people.forgetDiscardedAvatar(avatarId))
      }
    },
  }
}
