import type { ConsentRequest, UserInfo } from '@trailpass/shared'
import { agreements, isPresentVersion } from '../domain/agreements.ts'
import { AppError } from '../domain/app-error.ts'
import type { Caller } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { EndMembership } from './end-membership.ts'
import type { UserPresenter } from './user-presenter.ts'
import { withMergedIds } from './with-merged-ids.ts'

export interface ConsentService {
  /** Throws `registration.required` for a guest, `request.invalid` for a version that is not the current one. */
  give(caller: Caller, request: ConsentRequest): Promise<UserInfo>
  /**
   * Ends membership if the agreement is a required one. Idempotent; throws `request.not_found` for an unknown
   * agreement.
   */
  withdraw(caller: Caller, agreementId: string): Promise<UserInfo>
  /** Repeats a withdrawal after a restored backup has undone it. Does nothing if the person does not exist. */
  withdrawAgain(personId: string, agreementId: string, actor: string): Promise<void>
}

export function createConsentService(deps: {
  store: Store
  people: PersonStore
  unions: UnionStore
  avatarBin: AvatarBin
  endMembership: EndMembership
  product: Product
  present: UserPresenter
  noteOnPerson: NoteOnPerson
  clock: Clock
}): ConsentService {
  const { store, people, unions, avatarBin, endMembership, product, present, noteOnPerson, clock } = deps

  /** Returns whether the person exists. */
  function* take(personId: string, agreementId: string, actor: string): Unit<boolean> {
    const person = yield* people.lock(personId)
    if (!person) return false
    const isInForce = (yield* people.listConsents(personId)).some((consent) => consent.agreementId === agreementId)
    if (isInForce) {
      for (const id of yield* withMergedIds(unions, personId)) {
        yield* noteOnPerson(id, { actor, action: 'consent.withdraw', detail: agreementId })
      }
    }
    yield* people.withdrawConsent(personId, agreementId, clock.now())
    const isRequired = agreements.some(({ id, required }) => id === agreementId && required)
    if (isRequired && person.registeredAt !== null) yield* endMembership(person)
    return true
  }

  async function forget(): Promise<void> {
    product.forgetOverview()
    await avatarBin.empty()
    await store.scrub()
  }

  return {
    async give({ personId, registered }, { agreements: agreed, screen }) {
      if (!registered) throw new AppError('registration.required')
      if (!agreed.every(isPresentVersion)) throw new AppError('request.invalid', { detail: 'not a present version' })
      return store.write(function* () {
        const person = yield* people.lock(personId)
        if (!person) throw new AppError('session.expired')
        if (person.registeredAt === null) throw new AppError('registration.required')
        for (const { id, version } of agreed) {
          yield* people.insertConsent(personId, { agreementId: id, version, agreedAt: clock.now(), screen })
        }
        return yield* present(personId)
      })
    },

    async withdraw({ personId }, agreementId) {
      if (!agreements.some(({ id }) => id === agreementId)) throw new AppError('request.not_found')
      const user = await store.write(function* () {
        if (!(yield* take(personId, agreementId, 'person'))) throw new AppError('session.expired')
        return yield* present(personId)
      })
      await forget()
      return user
    },

    async withdrawAgain(personId, agreementId, actor) {
      await store.write(() => take(personId, agreementId, actor))
      await forget()
    },
  }
}
