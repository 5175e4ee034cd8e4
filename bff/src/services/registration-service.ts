import { normalizeNickname, type RegistrationRequest, type UserInfo } from '@trailpass/shared'
import { findMissingAgreement, isPresentVersion } from '../domain/agreements.ts'
import { AppError } from '../domain/app-error.ts'
import type { Caller } from '../domain/session.ts'
import { createRiderId } from '../lib/rider-id.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { ContentJudge } from './content-judge.ts'
import type { PhoneService } from './phone-service.ts'
import type { JudgedNickname, ProfileContent } from './profile-content.ts'
import type { UserPresenter } from './user-presenter.ts'

export interface RegistrationService {
  /**
   * Registers the caller as a member; repeated calls return the same user. Throws `session.identity_required`,
   * `registration.agreement_required`, `content.refused`. An unavailable phone number does not prevent registration.
   */
  register(caller: Caller, request: RegistrationRequest): Promise<UserInfo>
}

const unnamed: JudgedNickname = { value: null, standing: 'pass' }

export function createRegistrationService(deps: {
  store: Store
  people: PersonStore
  judge: ContentJudge
  profileContent: ProfileContent
  phones: PhoneService
  present: UserPresenter
  clock: Clock
}): RegistrationService {
  const { store, people, judge, profileContent, phones, present, clock } = deps

  /** Personal data is sent to the platform only after consent, and only once. */
  async function judgeNickname(personId: string, { nickname, agreements }: RegistrationRequest) {
    const person = await store.read(() => people.find(personId))
    if (!person || person.registeredAt !== null || findMissingAgreement(agreements)) return unnamed
    return judge.judgeNickname(personId, normalizeNickname(nickname ?? ''))
  }

  function* enrol(personId: string, request: RegistrationRequest, nickname: JudgedNickname): Unit<void> {
    const person = yield* people.lock(personId)
    if (!person) throw new AppError('session.expired')
    if (person.registeredAt !== null) return
    const missing = findMissingAgreement(request.agreements)
    if (missing) throw new AppError('registration.agreement_required', { detail: `${missing.id} ${missing.version}` })
    const now = clock.now()
    const named = yield* profileContent.keepNickname(personId, nickname)
    yield* people.update({
      ...person,
      ...named,
      riderId: createRiderId(),
      registeredAt: now,
      profileRefreshedAt: now,
    })
    yield* people.saveRegistrationEntry(personId, request.entry?.kind ?? 'direct')
    for (const { id, version } of request.agreements) {
      if (isPresentVersion({ id, version }))
        yield* people.insertConsent(personId, {
          agreementId: id,
          version,
          agreedAt: now,
          screen: request.screen ?? null,
        })
    }
  }

  /** An unavailable phone number does not prevent registration. */
  async function bindPhone(caller: Caller, code: string): Promise<void> {
    await phones.bind({ ...caller, registered: true }, code).catch((error) => {
      if (!(error instanceof AppError) || !error.code.startsWith('phone.')) throw error
    })
  }

  return {
    async register(caller, request) {
      const { personId } = caller
      if (!caller.identified) throw new AppError('session.identity_required')
      const nickname = await judgeNickname(personId, request)
      await store.write(() => enrol(personId, request, nickname))
      // After consent has been recorded. A repeated request completes what was interrupted: a code is exchanged once.
      if (request.phoneCode) await bindPhone(caller, request.phoneCode)
      return store.read(() => present(personId))
    },
  }
}
