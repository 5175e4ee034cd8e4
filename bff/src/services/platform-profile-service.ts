import { findNicknameFault, normalizeNickname, type PlatformProfileRequest, type UserInfo } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { Caller } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { ContentJudge } from './content-judge.ts'
import type { PayloadService } from './payload-service.ts'
import type { JudgedNickname, ProfileContent } from './profile-content.ts'
import type { UserPresenter } from './user-presenter.ts'

export interface PlatformProfileService {
  /**
   * Imports the nickname that the caller's platform vouches for; an anonymous profile changes nothing. In both cases
   * the profile counts as checked. Throws as `PayloadService.settle` does.
   */
  update(caller: Caller, request: PlatformProfileRequest): Promise<UserInfo>
}

export function createPlatformProfileService(deps: {
  people: PersonStore
  payloadService: PayloadService
  judge: ContentJudge
  profileContent: ProfileContent
  present: UserPresenter
  clock: Clock
}): PlatformProfileService {
  const { people, payloadService, judge, profileContent, present, clock } = deps

  /** `undefined` for an anonymous profile, or a nickname that others may not see. */
  async function judgeTold(personId: string, nickname: string | null): Promise<JudgedNickname | undefined> {
    const told = nickname !== null && findNicknameFault(nickname) === undefined ? normalizeNickname(nickname) : null
    if (told === null) return undefined
    const standing = await judge.judge(personId, told)
    return standing === 'risky' ? undefined : { value: told, standing }
  }

  return {
    update: (caller, { keyEpoch, ...payload }) =>
      payloadService.settle(
        caller,
        {
          operation: 'platform-profile',
          payload,
          keyEpoch,
          read: (reader, about, signed, key) => reader.readProfile(about, signed, key),
        },
        async ({ nickname }) => {
          const told = await judgeTold(caller.personId, nickname)
          return function* () {
            const person = yield* people.lock(caller.personId)
            if (!person) throw new AppError('session.expired')
            const named = told && (yield* profileContent.keepNickname(caller.personId, told))
            yield* people.update({ ...person, ...named, profileRefreshedAt: clock.now() })
            return yield* present(caller.personId)
          }
        },
      ),
  }
}
