import type { AvatarStore } from '../ports/avatar-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'

export interface LostAvatars {
  /** How many avatars the store refers to. */
  named: number
  /** How many of those have no file. */
  lost: number
}

/** Counts the avatars that the store refers to and this process cannot find. */
export async function countLostAvatars(deps: {
  store: Store
  people: PersonStore
  avatars: AvatarStore
}): Promise<LostAvatars> {
  const listNamed = () => deps.store.read(() => deps.people.listAvatars())
  const named = await listNamed()
  const held = new Set(await deps.avatars.listIds())
  const lost = named.filter((id) => !held.has(id))
  // Avatars that were replaced or erased in the meantime are not missing.
  const still = new Set(lost.length === 0 ? [] : await listNamed())
  return { named: named.length, lost: lost.filter((id) => still.has(id)).length }
}
