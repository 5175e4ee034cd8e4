import type { ConsentRequest, UserInfo } from '@trailpass/shared'
import { agreements, isPresentVersion } from '../domain/agreements.ts'
import { AppError } from '../domain/app-error.ts'
import type { Caller } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { EndMembership } from './end-membership.ts'
import type { UserPresenter } from './user-presenter.ts'

export interface ConsentService {
  /** Throws `registration.required` for a guest, `request.invalid` for a version that is not the current one. */
  give(caller: Caller, request: ConsentRequest): Promise<UserInfo>
  /**
   * Ends membership if the agreement is a required one. Idempotent; throws `request.not_found` for an unknown
   * agreement.
   */
  withdraw(caller: Caller, agreementId: string): Promise<UserInfo>
}

export function createConsentService(deps: {
  store: Store
  people: PersonStore
  avatarBin: AvatarBin
  endMembership: EndMembership
  product: Product
  present: UserPresenter
  clock: Clock
}): ConsentService {
  const { store, people, avatarBin, endMembership, product, present, clock } = deps

  return {
    async give({ personId, registered }, { agreements: agreed, screen }) {
      if (!registered) throw new AppError('registration.required')
      if (!agreed.every(isPresentVersion)) throw new AppError('request.invalid', { detail: 'not a present version' })
      return store.write(function* () {
        for (const { id, version } of agreed) {
          yield* people.insertConsent(personId, { agreementId: id, version, agreedAt: clock.now(), screen })
        }
        return yield* present(personId)
      })
    },

    async withdraw({ personId }, agreementId) {
      const agreement = agreements.find(({ id }) => id === agreementId)
      if (!agreement) throw new AppError('request.not_found')
      const user = await store.write(function* () {
        const person = yield* people.lock(personId)
        if (!person) throw new AppError('session.expired')
        yield* people.withdrawConsent(personId, agreementId, clock.now())
        if (agreement.required && person.registeredAt !== null) yield* endMembership(person)
        return yield* present(personId)
      })
      product.forgetOverview()
      await avatarBin.empty()
      await store.scrub()
      return user
    },
  }
}
