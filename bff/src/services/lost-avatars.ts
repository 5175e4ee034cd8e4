import type { AvatarStore } from '../ports/avatar-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'

export interface LostAvatars {
  /** How many the store names. */
  named: number
  /** How many of them have no file. */
  lost: number
}

/** Looks for the pictures that the store names where this process would find them. */
export async function countLostAvatars(deps: {
  store: Store
  people: PersonStore
  avatars: AvatarStore
}): Promise<LostAvatars> {
  const listNamed = () => deps.store.read(() => deps.people.listAvatars())
  const named = await listNamed()
  const held = new Set(await deps.avatars.listIds())
  const lost = named.filter((id) => !held.has(id))
  // One that was replaced or erased meanwhile is rightly gone.
  const still = new Set(lost.length === 0 ? [] : await listNamed())
  return { named: named.length, lost: lost.filter((id) => still.has(id)).length }
}
