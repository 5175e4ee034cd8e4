import type { Platform, UserExport } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { maskSubject } from '../domain/mask-subject.ts'
import type { ConsentRecord, WithdrawnConsent } from '../domain/person.ts'
import { type Caller, isFreshLogin } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { UserPresenter } from './user-presenter.ts'

export interface ExportService {
  /**
   * Everything stored about the caller, except our secrets: keys, and hashes of tokens and codes. Throws
   * `session.fresh_login_required`.
   */
  export(caller: Caller): Promise<UserExport>
  /**
   * The same for an operator, who must have verified the request and is recorded in the audit log; `undefined` for an
   * unknown person.
   */
  exportFor(personId: string, actor: string): Promise<UserExport | undefined>
  /** The same for a partial view, which is not recorded. */
  find(personId: string): Promise<UserExport | undefined>
}

export function createExportService(deps: {
  store: Store
  people: PersonStore
  unions: UnionStore
  sessions: SessionStore
  product: Product
  present: UserPresenter
  noteOnPerson: NoteOnPerson
  clock: Clock
}): ExportService {
  const { store, people, unions, sessions, product, present, noteOnPerson, clock } = deps

  function* listConsents(personId: string): Unit<(ConsentRecord | WithdrawnConsent)[]> {
    return [...(yield* people.listConsents(personId)), ...(yield* people.listWithdrawnConsents(personId))]
  }

  function* collect(personId: string): Unit<UserExport> {
    const person = yield* people.find(personId)
    if (!person) throw new AppError('session.expired')
    return {
      exportedAt: clock.now().toISOString(),
      user: yield* present(personId),
      registration: person.registeredAt && {
        registeredAt: person.registeredAt.toISOString(),
        entryKind: yield* people.findRegistrationEntry(personId),
      },
      identities: (yield* people.listIdentities(personId)).map((identity) => ({
        platform: identity.platform as Platform,
        appId: identity.appId,
        subjectMasked: maskSubject(identity.subject),
        unionSubjectMasked: identity.unionSubject === null ? null : maskSubject(identity.unionSubject),
        createdAt: identity.createdAt.toISOString(),
      })),
      consents: (yield* listConsents(personId)).map((consent) => ({
        id: consent.agreementId,
        version: consent.version,
        agreedAt: consent.agreedAt.toISOString(),
        screen: consent.screen,
        withdrawnAt: 'withdrawnAt' in consent ? consent.withdrawnAt.toISOString() : null,
      })),
      devices: (yield* sessions.listOfPerson(personId)).map(({ platform, model, createdAt, lastSeenAt }) => ({
        platform,
        model,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
      ...(yield* product.exportOf(personId)),
      joins: (yield* unions.listJoins(personId)).map(({ cause, joinedAt }) => ({
        cause,
        joinedAt: joinedAt.toISOString(),
      })),
    }
  }

  function* collectNoted(personId: string, actor: string): Unit<UserExport> {
    const collected = yield* collect(personId)
    yield* noteOnPerson(personId, { actor, action: 'user.export' })
    return collected
  }

  return {
    async export({ personId, session }) {
      if (!isFreshLogin(session, clock.now())) throw new AppError('session.fresh_login_required')
      return store.write(() => collectNoted(personId, 'person'))
    },

    exportFor: (personId, actor) =>
      store.write(function* () {
        return (yield* people.find(personId)) && (yield* collectNoted(personId, actor))
      }),

    find: (personId) =>
      store.read(function* () {
        return (yield* people.find(personId)) && (yield* collect(personId))
      }),
  }
}
