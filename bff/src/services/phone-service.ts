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
   * Keeps the number that the code stands for. The same code by the same account is exchanged once and answered the
   * same; by another it is refused. A number may be on several accounts: families share phones, and carriers give
   * numbers to new people, so it proves nobody the same. Throws `registration.required`, `phone.code_rejected`,
   * `phone.unavailable` (the same code may then be tried again).
   */
  bind(caller: Caller, code: string): Promise<UserInfo>
  /** Forgets the number. Idempotent; throws `registration.required` for a guest, who has none. */
  remove(caller: Caller): Promise<UserInfo>
  /** Keeps a number that was had in another way. Throws `registration.required` for who is not a member any more. */
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
    // And once more, for what happened while the platform was asked.
    yield* lockMember(personId)
    const digits = number.reveal()
    const sealed = seal(keyring['personal-data'], phonePlace(personId), digits)
    yield* people.savePhone(personId, { sealed, masked: maskPhone(digits) })
  }

  /** What is known of the code; `undefined` when it is this call's to exchange. */
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
    // Where a platform has no such button, no code of it can be good.
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

  /** Waits for whoever exchanges the code, here or in another process. */
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
