import type { PersonJoin } from '../domain/person-join.ts'
import type { UnionKey } from '../domain/union.ts'
import type { Unit } from './unit.ts'

/** Stores the person of each unionid, and decisions about people with two accounts. */
export interface UnionStore {
  findPerson(union: UnionKey): Unit<string | undefined>
  /** Fails if the unionid already belongs to a person. */
  insert(union: UnionKey, personId: string, at: Date): Unit<void>
  /** Other members whom the platform identifies as the same person, except those kept separate; oldest first. */
  listSameMembers(personId: string): Unit<string[]>

  /**
   * Moves all rows of `from` to `into`, except session_keys, which are sealed for `from`, and profile fields on the
   * person. The caller must resolve conflicts first, such as two active rides.
   */
  moveBelongings(from: string, into: string): Unit<void>
  insertJoin(join: PersonJoin): Unit<void>
  listJoins(personId: string): Unit<PersonJoin[]>
  /** Records that the two stay separate. Idempotent and symmetric. */
  keepApart(personId: string, otherPersonId: string): Unit<void>
  isApart(personId: string, otherPersonId: string): Unit<boolean>
}
