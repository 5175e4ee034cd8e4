import type { IdentityKey, Person } from '../domain/person.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Belonging } from '../ports/push-channel.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { ContentReviewService } from './content-review-service.ts'
import type { Eraser } from './eraser.ts'
import type { PendingContents } from './pending-content.ts'

/**
 * Executes a platform's request on behalf of a person whom it identifies. Does nothing for an unknown person;
 * idempotent.
 */
export interface WithdrawalService {
  /** Erases data whose authorisation was withdrawn. */
  withdraw(key: IdentityKey, belongings: readonly Belonging[]): Promise<void>
  /** The platform considers the profile risky: it is hidden from others until it passes another check. */
  doubtProfile(key: IdentityKey): Promise<void>
  /** The person left the platform: the account is erased. */
  eraseAccount(key: IdentityKey): Promise<void>
}

export function createWithdrawalService(deps: {
  store: Store
  people: PersonStore
  pendingContents: PendingContents
  contentReviews: ContentReviewService
  avatarBin: AvatarBin
  eraser: Eraser
  product: Product
}): WithdrawalService {
  const { store, people, pendingContents, contentReviews, avatarBin, eraser, product } = deps

  function* takeBack(person: Person, belongings: readonly Belonging[]): Unit<void> {
    const goes = new Set(belongings)
    const changes = { ...(goes.has('nickname') && { nickname: null }), ...(goes.has('avatar') && { avatarId: null }) }
    if (goes.has('avatar')) yield* avatarBin.discard(person.avatarId)
    yield* pendingContents.remove(
      person.id,
      belongings.filter((one) => one === 'nickname' || one === 'avatar'),
    )
    yield* people.update({ ...person, ...changes })
    if (goes.has('phone')) yield* people.savePhone(person.id, null)
    if (goes.has('steps')) yield* product.forgetSteps(person.id)
  }

  /** Returns the person's id, if there is one. */
  async function change(key: IdentityKey, act: (person: Person) => Unit<void>): Promise<string | undefined> {
    const personId = await store.write(function* () {
      const identity = yield* people.findIdentity(key)
      const person = identity && (yield* people.lock(identity.personId))
      if (person) yield* act(person)
      return person?.id
    })
    product.forgetOverview()
    await avatarBin.empty()
    return personId
  }

  return {
    async withdraw(key, belongings) {
      if (belongings.length === 0) return
      await change(key, (person) => takeBack(person, belongings))
      await store.scrub()
    },
    async doubtProfile(key) {
      const personId = await change(key, pendingContents.withhold)
      if (personId !== undefined) contentReviews.noticeVisit(personId)
    },
    async eraseAccount(key) {
      const identity = await store.read(() => people.findIdentity(key))
      if (identity) await eraser.erase(identity.personId, 'platform')
    },
  }
}
