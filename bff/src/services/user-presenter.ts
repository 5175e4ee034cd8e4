import type { UserInfo } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { PendingContentStore } from '../ports/pending-content-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import { presentUser, type UserFacts } from './present-user.ts'

/** The input of `presentUser`; `undefined` if the person no longer exists. */
export type ReadUserFacts = (personId: string) => Unit<UserFacts | undefined>

/** The person's own profile. Throws `session.expired` if the person no longer exists. */
export type UserPresenter = (personId: string) => Unit<UserInfo>

export function createReadUserFacts(deps: {
  people: PersonStore
  pendingContent: PendingContentStore
  unions: UnionStore
}): ReadUserFacts {
  const { people, pendingContent, unions } = deps
  return function* readFacts(personId) {
    const found = yield* people.findWithHoldings(personId)
    if (!found) return undefined
    const { person, hasConsents, hasPendingContent, hasUnion } = found
    const consents = hasConsents ? yield* people.listConsents(personId) : []
    const pending = hasPendingContent ? yield* pendingContent.list(personId) : []
    const joinable = hasUnion && person.registeredAt !== null
    const joinOffered = joinable && (yield* unions.listSameMembers(personId)).length > 0
    return { person, consents, pending, hasUnion, joinOffered }
  }
}

export function createUserPresenter({ readFacts, clock }: { readFacts: ReadUserFacts; clock: Clock }): UserPresenter {
  return function* present(personId) {
    const facts = yield* readFacts(personId)
    if (!facts) throw new AppError('session.expired')
    return presentUser(facts, clock.now())
  }
}
