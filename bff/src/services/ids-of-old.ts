import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'

/** The ids by which a backup of any age knows a person: their own, and those of the accounts that were joined to it. */
export function* idsOfOld(unions: Pick<UnionStore, 'listJoins'>, personId: string): Unit<string[]> {
  const joins = yield* unions.listJoins(personId)
  return [personId, ...joins.map(({ joinedPersonId }) => joinedPersonId)]
}
