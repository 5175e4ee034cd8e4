import type { UserInfo } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { PendingContentStore } from '../ports/pending-content-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import { presentUser } from './present-user.ts'

/** What a person sees of their own account. Throws `session.expired` when it is gone. */
export type UserPresenter = (personId: string) => Unit<UserInfo>

export function createUserPresenter(deps: {
  people: PersonStore
  pendingContent: PendingContentStore
  unions: UnionStore
  clock: Clock
}): UserPresenter {
  const { people, pendingContent, unions, clock } = deps
  return function* present(personId) {
    const found = yield* people.findWithHoldings(personId)
    if (!found) throw new AppError('session.expired')
    const { person, hasConsents, hasPendingContent, hasUnion } = found
    const consents = hasConsents ? yield* people.listConsents(personId) : []
    const pending = hasPendingContent ? yield* pendingContent.list(personId) : []
    const joinable = hasUnion && person.registeredAt !== null
    const joinOffered = joinable && (yield* unions.listSameMembers(personId)).length > 0
    return presentUser(person, { consents, pending, joinOffered, now: clock.now() })
  }
}
