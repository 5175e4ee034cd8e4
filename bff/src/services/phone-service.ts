import { createHmac } from 'node:crypto'
import type { UserInfo } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { maskPhone } from '../domain/phone.ts'
import { type PhoneCodeEntry, phoneCodeMs, phoneLeaseMs } from '../domain/phone-code.ts'
import type { Secret } from '../domain/secret.ts'
import type { Caller } from '../domain/session.ts'
import { seal } from '../lib/seal.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Clock } from '../ports/clock.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { PhoneCodeStore } from '../ports/phone-code-store.ts'
import type { PhoneOutcome } from '../ports/phone-provider.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import { phonePlace } from './join-people.ts'
import type { Keyring } from './keyring-service.ts'
import type { UserPresenter } from './user-presenter.ts'

const waitStepMs = 50
const retryAfterMs = 5000

export interface PhoneService {
  /**
   * Stores the phone number for a code. The same code is exchanged once and answered the same for the same account, and
   * refused for another. Several accounts may have the same number: families share phones, and carriers reassign
   * numbers, so it does not identify a person. Throws `registration.required`, `phone.code_rejected`,
   * `phone.unavailable` (the same code may then be retried).
   */
  bind(caller: Caller, code: string): Promise<UserInfo>
  /** Deletes the number. Idempotent; throws `registration.required` for a guest, who has none. */
  remove(caller: Caller): Promise<UserInfo>
  /** Stores a number obtained in another way. Throws `registration.required` if the person is no longer a member. */
  keep(personId: string, number: Secret): Unit<void>
}

export function createPhoneService(deps: {
  store: Store
  people: PersonStore
  phoneCodes: PhoneCodeStore
  apps: AppDirectory
  keyring: Keyring
  present: UserPresenter
  clock: Clock
}): PhoneService {
  const { store, people, phoneCodes, apps, keyring, present, clock } = deps

  const hashCode = ({ session }: Caller, code: string) =>
    createHmac('sha256', keyring.ledger)
      .update(JSON.stringify(['phone code', session.platform, session.appId, code]))
      .digest('base64url')

  function* lockMember(personId: string): Unit<void> {
    const person = yield* people.lock(personId)
    if (!person) throw new AppError('session.expired')
    if (person.registeredAt === null) throw new AppError('registration.required')
  }

  function* keep(personId: string, number: Secret): Unit<void> {
    // Checked again, because the person may have changed during the call to the platform.
    yield* lockMember(personId)
    const digits = number.reveal()
    const sealed = seal(keyring['personal-data'], phonePlace(personId), digits)
    yield* people.savePhone(personId, { sealed, masked: maskPhone(digits) })
  }

  /** The recorded outcome; `undefined` if this call may exchange the code. */
  function* claim(personId: string, codeHash: string): Unit<PhoneCodeEntry | undefined> {
    // Consent may have been withdrawn since the caller was recognised.
    yield* lockMember(personId)
    const now = clock.now().getTime()
    const fresh: PhoneCodeEntry = {
      codeHash,
      personId,
      state: 'leased',
      leaseUntil: new Date(now + phoneLeaseMs),
      expiresAt: new Date(now + phoneCodeMs),
    }
    return (yield* phoneCodes.insert(fresh)) ? undefined : yield* phoneCodes.find(codeHash)
  }

  async function exchange({ personId, session }: Caller, codeHash: string, code: string): Promise<UserInfo> {
    const registered = await apps.find(session.platform, session.appId)
    // A platform without a phone button issues no valid codes.
    const outcome: PhoneOutcome = registered?.phoneProvider
      ? await registered.phoneProvider.exchange(registered.app, code)
      : { kind: 'rejected' }
    if (outcome.kind === 'number') {
      return store.write(function* () {
        yield* keep(personId, outcome.number)
        yield* phoneCodes.settle(codeHash, 'bound')
        return yield* present(personId)
      })
    }
    if (outcome.kind === 'rejected') {
      await store.write(() => phoneCodes.settle(codeHash, 'rejected'))
      throw new AppError('phone.code_rejected')
    }
    await store.write(() => phoneCodes.remove(codeHash))
    throw new AppError('phone.unavailable', { retryAfterMs })
  }

  /** Waits for the request that exchanges the code, in this or another process. */
  async function follow(found: PhoneCodeEntry): Promise<UserInfo> {
    let entry: PhoneCodeEntry | undefined = found
    while (entry?.state === 'leased' && entry.leaseUntil > clock.now()) {
      await new Promise((resolve) => setTimeout(resolve, waitStepMs))
      entry = await store.read(() => phoneCodes.find(found.codeHash))
    }
    if (!entry) throw new AppError('phone.unavailable', { retryAfterMs })
    if (entry.state !== 'bound') throw new AppError('phone.code_rejected')
    return store.read(() => present(found.personId))
  }

  return {
    keep,

    async bind(caller, code) {
      if (!caller.registered) throw new AppError('registration.required')
      const codeHash = hashCode(caller, code)
      const known = await store.write(() => claim(caller.personId, codeHash))
      if (!known) return exchange(caller, codeHash, code)
      if (known.personId !== caller.personId) throw new AppError('phone.code_rejected')
      return follow(known)
    },

    async remove({ personId, registered }) {
      if (!registered) throw new AppError('registration.required')
      return store.write(function* () {
        yield* people.savePhone(personId, null)
        return yield* present(personId)
      })
    },
  }
}
