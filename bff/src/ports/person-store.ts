import type { ConsentRecord, Identity, IdentityKey, Person } from '../domain/person.ts'
import type { Unit } from './unit.ts'

/** Holds people and the platform identities that lead to them. One identity leads to one person, always. */
export interface PersonStore {
  find(id: string): Unit<Person | undefined>
  /** Like `find`, and keeps others from changing the person until the unit ends. */
  lock(id: string): Unit<Person | undefined>
  insert(person: { id: string; createdAt: Date }): Unit<void>
  update(person: Person): Unit<void>
  /** Removes the person and everything that hangs on it. Idempotent. */
  remove(id: string): Unit<void>

  findIdentity(key: IdentityKey): Unit<Identity | undefined>
  hasIdentity(personId: string): Unit<boolean>
  /** Fails when the identity exists already. */
  insertIdentity(key: IdentityKey, identity: { personId: string; unionSubject: string | null; at: Date }): Unit<void>
  /** Adds one to the identity's epoch and answers it. */
  advanceKeyEpoch(key: IdentityKey): Unit<number>

  listConsents(personId: string): Unit<ConsentRecord[]>
  /** Idempotent per person, agreement and version: the first moment counts. */
  insertConsent(personId: string, consent: ConsentRecord): Unit<void>

  /** Keeps the sealed number, and its masked form on the person. */
  savePhone(personId: string, phone: { sealed: string; masked: string }): Unit<void>
  /** What led to the registration: `direct`, `scan` or `share`. */
  saveRegistrationEntry(personId: string, kind: string): Unit<void>

  /** Removes people without identity and session who were made before `before`. */
  removeAbandoned(before: Date): Unit<void>
}
