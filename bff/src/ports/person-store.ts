import type { ConsentRecord, Identity, IdentityKey, Person, WithdrawnConsent } from '../domain/person.ts'
import type { Unit } from './unit.ts'

export interface SealedPhone {
  sealed: string
  masked: string
}

export interface PersonWithHoldings {
  person: Person
  hasConsents: boolean
  hasPendingContent: boolean
  /** One of the identities is known by a unionid. */
  hasUnion: boolean
}

/** Holds people and the platform identities that lead to them. One identity leads to one person, always. */
export interface PersonStore {
  find(id: string): Unit<Person | undefined>
  /** Like `find`, and what hangs on the person, so that nobody asks for what is not there. */
  findWithHoldings(id: string): Unit<PersonWithHoldings | undefined>
  /** Like `find`, and keeps others from changing the person until the unit ends. */
  lock(id: string): Unit<Person | undefined>
  insert(person: { id: string; createdAt: Date }): Unit<void>
  update(person: Person): Unit<void>
  /** Removes the person and everything that hangs on it. Idempotent. */
  remove(id: string): Unit<void>

  findIdentity(key: IdentityKey): Unit<Identity | undefined>
  /**
   * The person an identity leads to, locked as by `lock`. Also `undefined` when they became part of another meanwhile:
   * then `insertIdentity` fails, and the unit is run again.
   */
  lockIdentified(key: IdentityKey): Unit<Person | undefined>
  hasIdentity(personId: string): Unit<boolean>
  /** Fails when the identity exists already. */
  insertIdentity(key: IdentityKey, identity: { personId: string; unionSubject: string | null; at: Date }): Unit<void>
  /** What the platform told beside the subject of late. */
  saveUnionSubject(key: IdentityKey, unionSubject: string): Unit<void>
  /** The oldest first. */
  listIdentities(personId: string): Unit<(IdentityKey & { unionSubject: string | null; createdAt: Date })[]>
  /** Adds one to the identity's epoch and answers it. */
  advanceKeyEpoch(key: IdentityKey): Unit<number>

  listConsents(personId: string): Unit<ConsentRecord[]>
  /** Idempotent per person, agreement and version: the first moment counts. */
  insertConsent(personId: string, consent: ConsentRecord): Unit<void>
  /** No longer in force, every version of it; that it was is kept. Idempotent. */
  withdrawConsent(personId: string, agreementId: string, at: Date): Unit<void>
  listWithdrawnConsents(personId: string): Unit<WithdrawnConsent[]>

  /** Keeps the sealed number, and its masked form on the person; `null` forgets both. */
  savePhone(personId: string, phone: SealedPhone | null): Unit<void>
  findPhone(personId: string): Unit<SealedPhone | undefined>
  /** Removes what is kept on the person's consent, but the profile on the person itself. */
  removeConsented(personId: string): Unit<void>

  /** The ids of all that somebody shows, or sees of themselves. */
  listAvatars(): Unit<string[]>
  /** Remembers that the file is to go. Idempotent. */
  discardAvatar(avatarId: string, at: Date): Unit<void>
  /** Those discarded by then. */
  listDiscardedAvatars(at: Date): Unit<string[]>
  forgetDiscardedAvatar(avatarId: string): Unit<void>

  /** What led to the registration: `direct`, `scan` or `share`. */
  saveRegistrationEntry(personId: string, kind: string | null): Unit<void>
  findRegistrationEntry(personId: string): Unit<string | null>

  /** Of everybody. */
  listIds(): Unit<string[]>
  /** Removes people without identity and session who were made before `before`. */
  removeAbandoned(before: Date): Unit<void>
}
