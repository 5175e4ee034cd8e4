import { normalizeNickname, type RegistrationRequest, type UserInfo } from '@trailpass/shared'
import { agreements, findMissingAgreement } from '../domain/agreements.ts'
import { AppError } from '../domain/app-error.ts'
import { maskPhone } from '../domain/phone.ts'
import type { Caller } from '../domain/session.ts'
import { randomBase32 } from '../lib/base32.ts'
import { seal } from '../lib/seal.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store, Unit } from '../ports/unit.ts'
import type { Keyring } from './keyring-service.ts'
import { presentUser } from './present-user.ts'

const riderIdLength = 12 // 60 random bits

export interface RegistrationService {
  /**
   * Makes the caller a member, once: every further call answers the same user. Throws `session.identity_required`,
   * `registration.agreement_required`. A phone number that cannot be had does not keep anybody from registering.
   */
  register(caller: Caller, request: RegistrationRequest): Promise<UserInfo>
}

export function createRegistrationService(deps: {
  store: Store
  people: PersonStore
  apps: AppDirectory
  keyring: Keyring
  clock: Clock
}): RegistrationService {
  const { store, people, apps, keyring, clock } = deps

  async function findPhone({ session }: Caller, code: string) {
    const registered = apps.find(session.platform, session.appId)
    const number = await registered?.phoneProvider?.findNumber(registered.app, code)
    if (!number) return undefined
    const sealed = seal(keyring['personal-data'], `phone:${session.personId}`, number.reveal())
    return { sealed, masked: maskPhone(number.reveal()) }
  }

  function* enrol(personId: string, request: RegistrationRequest): Unit<boolean> {
    const person = yield* people.lock(personId)
    if (!person) throw new AppError('session.expired')
    if (person.registeredAt !== null) return false
    const missing = findMissingAgreement(request.agreements)
    if (missing) throw new AppError('registration.agreement_required', { detail: `${missing.id} ${missing.version}` })
    const now = clock.now()
    yield* people.update({
      ...person,
      nickname: normalizeNickname(request.nickname ?? ''),
      riderId: randomBase32(riderIdLength),
      registeredAt: now,
      profileRefreshedAt: now,
    })
    yield* people.saveRegistrationEntry(personId, request.entry?.kind ?? 'direct')
    for (const { id, version } of request.agreements) {
      const known = agreements.some((agreement) => agreement.id === id && agreement.version === version)
      if (known) yield* people.insertConsent(personId, { agreementId: id, version, agreedAt: now })
    }
    return true
  }

  function* present(personId: string): Unit<UserInfo> {
    const person = yield* people.find(personId)
    if (!person) throw new AppError('session.expired')
    return presentUser(person, yield* people.listConsents(personId), clock.now())
  }

  return {
    async register(caller, request) {
      const { personId } = caller
      if (!caller.identified) throw new AppError('session.identity_required')
      const enrolled = await store.write(() => enrol(personId, request))
      // The code is billed, so only the call that registered spends it, and only after consent is on record.
      const phone = enrolled && request.phoneCode ? await findPhone(caller, request.phoneCode) : undefined
      if (phone) await store.write(() => people.savePhone(personId, phone))
      return store.read(() => present(personId))
    },
  }
}
