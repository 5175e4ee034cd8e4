import type { IdentityKey, Person } from '../domain/person.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Belonging } from '../ports/push-channel.ts'
import type { Store } from '../ports/store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { ContentReviewService } from './content-review-service.ts'
import type { Eraser } from './eraser.ts'
import { lockBehind } from './lock-behind.ts'
import type { ProfileContent } from './profile-content.ts'
import { withMergedIds } from './with-merged-ids.ts'

/**
 * Executes a platform's request on behalf of a person whom it identifies. Does nothing for an unknown person;
 * idempotent.
 */
export interface WithdrawalService {
  /** Erases data whose authorisation was withdrawn. */
  withdraw(key: IdentityKey, belongings: readonly Belonging[]): Promise<void>
  /** Repeats the withdrawal after a restored backup has undone it. */
  withdrawAgain(personId: string, belongings: readonly Belonging[], actor: string): Promise<void>
  /** The platform considers the profile risky: it is hidden from others until it passes another check. */
  doubtProfile(key: IdentityKey): Promise<void>
  /** The person left the platform: the account is erased. */
  eraseAccount(key: IdentityKey): Promise<void>
}

export function createWithdrawalService(deps: {
  store: Store
  people: PersonStore
  unions: UnionStore
  profileContent: ProfileContent
  contentReviews: ContentReviewService
  avatarBin: AvatarBin
  eraser: Eraser
  product: Product
  noteOnPerson: NoteOnPerson
}): WithdrawalService {
  const { store, people, unions, profileContent, contentReviews, avatarBin, eraser, product, noteOnPerson } = deps

  function* takeBack(person: Person, belongings: readonly Belonging[], actor: string): Unit<void> {
    for (const id of yield* withMergedIds(unions, person.id)) {
      yield* noteOnPerson(id, { actor, action: 'consent.revoke', detail: belongings.join(' ') })
    }
    const goes = new Set(belongings)
    const changes = { ...(goes.has('nickname') && { nickname: null }), ...(goes.has('avatar') && { avatarId: null }) }
    if (goes.has('avatar')) yield* avatarBin.discard(person.avatarId)
    yield* profileContent.remove(
      person.id,
      belongings.filter((one) => one === 'nickname' || one === 'avatar'),
    )
    yield* people.update({ ...person, ...changes })
    if (goes.has('phone')) yield* people.savePhone(person.id, null)
    if (goes.has('steps')) yield* product.forgetSteps(person.id)
  }

  /** Returns the person's id, if there is one; `lock` finds the person. */
  async function change(
    lock: () => Unit<Person | undefined>,
    act: (person: Person) => Unit<void>,
  ): Promise<string | undefined> {
    const personId = await store.write(function* () {
      const person = yield* lock()
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
      await change(
        () => lockBehind(people, key),
        (person) => takeBack(person, belongings, 'platform'),
      )
      await store.scrub()
    },
    async withdrawAgain(personId, belongings, actor) {
      await change(
        () => people.lock(personId),
        (person) => takeBack(person, belongings, actor),
      )
      await store.scrub()
    },
    async doubtProfile(key) {
      const personId = await change(() => lockBehind(people, key), profileContent.withhold)
      if (personId !== undefined) contentReviews.noticeVisit(personId)
    },
    eraseAccount: (key) => eraser.eraseIdentified(key),
  }
}
