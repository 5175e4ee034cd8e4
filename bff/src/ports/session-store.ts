import type { Platform } from '@trailpass/shared'
import type { Caller, SessionRecord, SessionScope } from '../domain/session.ts'
import type { KeyOwner } from '../domain/session-key.ts'
import type { Unit } from './unit.ts'

export interface ClientDevice {
  platform: Platform
  appId: string
  deviceHash: string
}

/** Holds sessions by token hash. */
export interface SessionStore {
  /** `undefined` for an unknown or removed hash. Expiry is the caller's to judge. */
  find(tokenHash: string): Unit<SessionRecord | undefined>
  /** The session and the person it names, in one statement: the path of every authenticated request. */
  findCaller(tokenHash: string): Unit<Caller | undefined>
  insert(session: SessionRecord): Unit<void>
  touch(tokenHash: string, lastSeenAt: Date): Unit<void>
  /** Idempotent: removing an unknown hash is not an error. */
  remove(tokenHash: string): Unit<void>
  /** Most recently used first. */
  listOfPerson(personId: string): Unit<SessionRecord[]>
  removeOfPerson(personId: string): Unit<void>
  /** Removes the person's sessions with an identity in one app. */
  removeOfApp(owner: KeyOwner): Unit<void>
  /** Removes the sessions of one device; with `identified` false, only those without identity. */
  removeOfDevice(device: ClientDevice, options: { identified: boolean }): Unit<void>
  removeExpired(limits: { lastSeenBefore: Date; createdBefore: Date }): Unit<void>
  removeOfScope(scope: SessionScope, createdBefore: Date): Unit<void>
  /** The number of people with a session used since then. */
  countPeopleSeenSince(since: Date): Unit<number>
}
