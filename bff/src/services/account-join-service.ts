import type { AccountSummary, JoinOfferAnswer, Platform, UserInfo } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { asSeenByOneself } from '../domain/content.ts'
import type { Person } from '../domain/person.ts'
import { type Caller, isFreshLogin } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { PendingContentStore } from '../ports/pending-content-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { JoinPeople } from './join-people.ts'
import { lockBoth } from './lock-both.ts'
import { presentAppearance } from './present-user.ts'
import type { UserPresenter } from './user-presenter.ts'

export interface AccountJoinService {
  /** The caller's other account, if the platform identifies both as the same person. */
  findOffer(caller: Caller): Promise<JoinOfferAnswer>
  /**
   * Merges the two accounts, or records that they stay separate; the caller's user id stays the same. Does nothing
   * without an offer. Throws `session.fresh_login_required`.
   */
  decide(caller: Caller, join: boolean): Promise<UserInfo>
}

export function createAccountJoinService(deps: {
  store: Store
  people: PersonStore
  pendingContent: PendingContentStore
  unions: UnionStore
  product: Product
  joinPeople: JoinPeople
  present: UserPresenter
  clock: Clock
}): AccountJoinService {
  const { store, people, pendingContent, unions, product, joinPeople, present, clock } = deps

  function* summarize(person: Person): Unit<AccountSummary> {
    const identities = yield* people.listIdentities(person.id)
    const pending = yield* pendingContent.list(person.id)
    return {
      ...presentAppearance(asSeenByOneself(person, pending)),
      phoneMasked: person.phoneMasked,
      platforms: [...new Set(identities.map(({ platform }) => platform as Platform))],
      registeredAt: (person.registeredAt ?? person.createdAt).toISOString(),
      ...(yield* product.summarize(person.id)),
    }
  }

  /** Locks both accounts; `undefined` when there is nothing to decide. */
  function* lockOffer(personId: string): Unit<[Person, Person] | undefined> {
    const [otherId] = yield* unions.listSameMembers(personId)
    const both = otherId === undefined ? undefined : yield* lockBoth(people, personId, otherId)
    return both?.every(({ registeredAt }) => registeredAt !== null) ? both : undefined
  }

  return {
    findOffer: ({ personId }) =>
      store.read(function* () {
        const own = yield* people.find(personId)
        if (!own?.registeredAt) return { offer: null }
        const [otherId] = yield* unions.listSameMembers(personId)
        const other = otherId === undefined ? undefined : yield* people.find(otherId)
        return { offer: other ? { own: yield* summarize(own), other: yield* summarize(other) } : null }
      }),

    async decide({ personId, session }, join) {
      if (!isFreshLogin(session, clock.now())) throw new AppError('session.fresh_login_required')
      return store.write(function* () {
        const both = yield* lockOffer(personId)
        if (both && join) yield* joinPeople(both[1], both[0], 'asked')
        else if (both) yield* unions.keepApart(both[0].id, both[1].id)
        return yield* present(personId)
      })
    },
  }
}
