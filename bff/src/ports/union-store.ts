import type { PersonJoin } from '../domain/person-join.ts'
import type { UnionKey } from '../domain/union.ts'
import type { Unit } from './unit.ts'

/** Holds to which person a unionid leads, and what became of people with two accounts. */
export interface UnionStore {
  findPerson(union: UnionKey): Unit<string | undefined>
  /** Fails when the unionid leads to somebody already. */
  insert(union: UnionKey, personId: string, at: Date): Unit<void>
  /** Other members whom the platform names the same as this person, those kept apart left out; the oldest first. */
  listSameMembers(personId: string): Unit<string[]>

  /**
   * Gives `into` everything that hangs on `from`, but the session_keys, sealed for `from`, and the profile on the person
   * itself. Neither may have what only one can: a ride going on at both is the caller's to end.
   */
  moveBelongings(from: string, into: string): Unit<void>
  insertJoin(join: PersonJoin): Unit<void>
  listJoins(personId: string): Unit<PersonJoin[]>
  /** Remembers that the two are not to be joined. Idempotent, and the same whichever is named first. */
  keepApart(personId: string, otherPersonId: string): Unit<void>
  isApart(personId: string, otherPersonId: string): Unit<boolean>
}
