import { normalizeNickname, type UserInfo, type UserInfoPatch } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { Person } from '../domain/person.ts'
import type { Caller } from '../domain/session.ts'
import { createRiderId } from '../lib/rider-id.ts'
import type { AvatarStore } from '../ports/avatar-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { ImageEncoder } from '../ports/image-encoder.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { CallerCache } from './caller-cache.ts'
import type { ContentJudge } from './content-judge.ts'
import type { ContentReviewService } from './content-review-service.ts'
import { presentUser } from './present-user.ts'
import type { JudgedNickname, ProfileContent } from './profile-content.ts'
import type { UserPresenter } from './user-presenter.ts'

export interface UserService {
  get(caller: Caller): Promise<UserInfo>
  /** Throws `registration.required` for a guest, `content.refused` for a nickname that others may not see. */
  update(caller: Caller, patch: UserInfoPatch): Promise<UserInfo>
  /** Throws `registration.required` for a guest, who has none. */
  renewRiderId(caller: Caller): Promise<UserInfo>
  /**
   * Re-encodes the picture without its metadata. Throws `registration.required` for a guest, because consent is
   * required first; also throws as `ImageEncoder` does.
   */
  saveAvatar(caller: Caller, bytes: Buffer): Promise<UserInfo>
}

export function createUserService(deps: {
  store: Store
  people: PersonStore
  avatars: AvatarStore
  avatarBin: AvatarBin
  images: ImageEncoder
  judge: ContentJudge
  profileContent: ProfileContent
  contentReviews: ContentReviewService
  product: Product
  present: UserPresenter
  callers: Pick<CallerCache, 'findFacts'>
  clock: Clock
}): UserService {
  const { store, people, avatars, avatarBin, images, judge, profileContent, contentReviews } = deps
  const { product, present, callers, clock } = deps

  interface Changes extends Partial<Pick<Person, 'ranked' | 'riderId' | 'profileRefreshedAt'>> {
    nickname?: JudgedNickname
    avatarId?: string
  }

  function change(personId: string, { nickname, avatarId, ...changes }: Changes): Promise<UserInfo> {
    return store.write(function* () {
      const person = yield* people.lock(personId)
      if (!person) throw new AppError('session.expired')
      if (person.registeredAt === null) throw new AppError('registration.required')
      if (avatarId !== undefined) {
        yield* avatarBin.keep(avatarId)
        yield* profileContent.keepAvatar(personId, avatarId)
      }
      const named = nickname && (yield* profileContent.keepNickname(personId, nickname))
      const changed = { ...person, ...changes, ...named }
      yield* people.update(changed)
      if (changed.ranked !== person.ranked) yield* product.personChanged(changed)
      return yield* present(personId)
    })
  }

  return {
    async get({ personId }) {
      const facts = await callers.findFacts(personId)
      if (!facts) throw new AppError('session.expired')
      const user = presentUser(facts, clock.now())
      if (user.underReview.length > 0) contentReviews.noticeVisit(personId)
      return user
    },

    async update(caller, { nickname, ranked }) {
      if (!caller.registered) throw new AppError('registration.required')
      const updated = await change(caller.personId, {
        ...(nickname !== undefined && {
          nickname: await judge.judgeNickname(caller.personId, normalizeNickname(nickname ?? '')),
          profileRefreshedAt: clock.now(),
        }),
        ...(ranked !== undefined && { ranked }),
      })
      product.forgetOverview()
      return updated
    },

    async renewRiderId(caller) {
      if (!caller.registered) throw new AppError('registration.required')
      return change(caller.personId, { riderId: createRiderId() })
    },

    async saveAvatar(caller, bytes) {
      const { personId, registered } = caller
      if (!registered) throw new AppError('registration.required')
      const picture = await images.encode(bytes)
      const avatarId = avatars.createId(picture.contentType)
      await avatarBin.expect(avatarId)
      await avatars.save(avatarId, picture)
      await change(personId, { avatarId, profileRefreshedAt: clock.now() })
      await avatarBin.empty()
      await contentReviews.review(personId)
      return store.read(() => present(personId))
    },
  }
}
