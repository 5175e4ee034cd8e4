import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'

/** All ids a person may have in a backup of any age: their own, and those of accounts that were merged into theirs. */
export function* withMergedIds(unions: Pick<UnionStore, 'listJoins'>, personId: string): Unit<string[]> {
  const joins = yield* unions.listJoins(personId)
  return [personId, ...joins.map(({ joinedPersonId }) => joinedPersonId)]
}
