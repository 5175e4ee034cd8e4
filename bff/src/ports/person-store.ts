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

/** Stores people and their platform identities. An identity always belongs to exactly one person. */
export interface PersonStore {
  find(id: string): Unit<Person | undefined>
  /** Like `find`, with flags for related data, so that missing data need not be queried. */
  findWithHoldings(id: string): Unit<PersonWithHoldings | undefined>
  /** Like `find`, and locks the person until the unit ends. */
  lock(id: string): Unit<Person | undefined>
  insert(person: { id: string; createdAt: Date }): Unit<void>
  update(person: Person): Unit<void>
  /** Removes the person and all dependent rows. Idempotent. */
  remove(id: string): Unit<void>

  findIdentity(key: IdentityKey): Unit<Identity | undefined>
  /**
   * The person of an identity, locked as by `lock`. Also `undefined` if that person was merged into another meanwhile:
   * then `insertIdentity` fails, and the unit is run again.
   */
  lockIdentified(key: IdentityKey): Unit<Person | undefined>
  hasIdentity(personId: string): Unit<boolean>
  /** Fails when the identity exists already. */
  insertIdentity(key: IdentityKey, identity: { personId: string; unionSubject: string | null; at: Date }): Unit<void>
  /** Updates what the platform reported with the subject. */
  saveUnionSubject(key: IdentityKey, unionSubject: string): Unit<void>
  /** The oldest first. */
  listIdentities(personId: string): Unit<(IdentityKey & { unionSubject: string | null; createdAt: Date })[]>
  /** Increments the identity's epoch and returns it. */
  advanceKeyEpoch(key: IdentityKey): Unit<number>

  listConsents(personId: string): Unit<ConsentRecord[]>
  /** Idempotent per person, agreement and version: the first time is kept. */
  insertConsent(personId: string, consent: ConsentRecord): Unit<void>
  /** Withdraws every version of it; the record of the consent is kept. Idempotent. */
  withdrawConsent(personId: string, agreementId: string, at: Date): Unit<void>
  listWithdrawnConsents(personId: string): Unit<WithdrawnConsent[]>

  /** Stores the sealed number, and its masked form on the person; `null` deletes both. */
  savePhone(personId: string, phone: SealedPhone | null): Unit<void>
  findPhone(personId: string): Unit<SealedPhone | undefined>
  /** Removes the data based on the person's consent, except the profile fields on the person. */
  removeConsented(personId: string): Unit<void>

  /** The ids of all avatars that are public or pending. */
  listAvatars(): Unit<string[]>
  /** Marks the file for deletion. Idempotent. */
  discardAvatar(avatarId: string, at: Date): Unit<void>
  /** The files marked before that time. */
  listDiscardedAvatars(at: Date): Unit<string[]>
  forgetDiscardedAvatar(avatarId: string): Unit<void>

  /** What led to the registration: `direct`, `scan` or `share`. */
  saveRegistrationEntry(personId: string, kind: string | null): Unit<void>
  findRegistrationEntry(personId: string): Unit<string | null>

  /** Of everybody. */
  listIds(): Unit<string[]>
  /** Removes people without identity and session who were created before `before`. */
  removeAbandoned(before: Date): Unit<void>
}
