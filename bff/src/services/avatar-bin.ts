import type { AvatarStore } from '../ports/avatar-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'

/** Writing the file and then the row takes milliseconds; this allows for a database outage in between. */
const shownWithinMs = 10 * 60_000

/**
 * Deletes avatar files that are no longer referenced, even if the process dies between writing the row and the file.
 */
export interface AvatarBin {
  /**
   * Call before the file is written: the file is deleted again unless a row references it soon, even if the outcome is
   * never known.
   */
  expect(avatarId: string): Promise<void>
  /** Part of the unit that references the avatar. */
  keep(avatarId: string): Unit<void>
  /** Part of the unit that removes the avatar from its person. */
  discard(avatarId: string | null): Unit<void>
  /** Call after such a unit has been committed. */
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
        // A command with a different DATA_DIR leaves the file to a server, which looks every ten minutes.
        if (!(await avatars.remove(avatarId))) return
        await store.write(() => people.forgetDiscardedAvatar(avatarId))
      }
    },
  }
}
