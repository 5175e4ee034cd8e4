import { AppError } from '../domain/app-error.ts'
import { contentFields } from '../domain/content.ts'
import type { ErasureCause } from '../domain/erasure.ts'
import type { IdentityKey, Person } from '../domain/person.ts'
import { type Caller, isFreshLogin } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { ErasureStore } from '../ports/erasure-store.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { UnionStore } from '../ports/union-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import { lockBehind } from './lock-behind.ts'
import type { ProfileContent } from './profile-content.ts'
import type { TokenService } from './token-service.ts'
import { withMergedIds } from './with-merged-ids.ts'

export interface Eraser {
  /**
   * Erases a person and all their data; what remains is listed in `docs/personal-data.md`. All sessions end at once,
   * and a later login with the same identity creates a new person. Idempotent. The audit log records `actor`, or else
   * the cause; a guest without identity who erases themselves leaves no record, because nobody could tell who that was.
   */
  erase(personId: string, cause: ErasureCause, actor?: string): Promise<void>
  /**
   * The same, requested by the person. Throws `session.fresh_login_required`, and `session.expired` if there is no such
   * account any more, as after it was merged into another.
   */
  eraseCaller(caller: Caller): Promise<void>
  /** The same for the person behind an identity, requested by the platform. */
  eraseIdentified(key: IdentityKey): Promise<void>
}

export function createEraser(deps: {
  store: Store
  people: PersonStore
  unions: UnionStore
  erasures: ErasureStore
  ledger: LoginLedger
  tokens: TokenService
  avatarBin: AvatarBin
  profileContent: ProfileContent
  product: Product
  noteOnPerson: NoteOnPerson
  clock: Clock
}): Eraser {
  const { store, people, unions, erasures, ledger, tokens, avatarBin, profileContent, product, noteOnPerson, clock } =
    deps

  /** Such guests can be created in any number, so their erasures are not recorded: the table would grow without limit. */
  function* isNobody({ id, registeredAt }: Person): Unit<boolean> {
    return registeredAt === null && !(yield* people.hasIdentity(id)) && (yield* people.listConsents(id)).length === 0
  }

  /** `lock` finds the person; if there is nobody, nothing is erased. */
  async function erase(
    lock: () => Unit<Person | undefined>,
    cause: ErasureCause,
    actor: string = cause,
  ): Promise<'erased' | 'nobody'> {
    const outcome = await store.write(function* () {
      const person = yield* lock()
      if (!person) return 'nobody'
      const personId = person.id
      const ids = yield* withMergedIds(unions, personId)
      const leavesRecord = cause !== 'person' || !(yield* isNobody(person))
      yield* avatarBin.discard(person.avatarId)
      yield* profileContent.remove(personId, contentFields)
      yield* ledger.forgetAnswersOf(personId)
      yield* people.remove(personId)
      if (!leavesRecord) return 'erased'
      for (const id of ids) {
        const detail = id === personId ? {} : { detail: 'had been joined to the account' }
        yield* noteOnPerson(id, { actor, action: 'user.erase', ...detail })
        yield* erasures.insert({ personHash: tokens.hashPerson(id), cause, erasedAt: clock.now() })
      }
      return 'erased'
    })
    product.forgetOverview()
    await avatarBin.empty()
    await store.scrub()
    return outcome
  }

  return {
    async erase(personId, cause, actor) {
      await erase(() => people.lock(personId), cause, actor)
    },
    async eraseCaller({ personId, session }) {
      if (!isFreshLogin(session, clock.now())) throw new AppError('session.fresh_login_required')
      const outcome = await erase(() => people.lock(personId), 'person')
      if (outcome === 'nobody') throw new AppError('session.expired')
    },
    async eraseIdentified(key) {
      await erase(() => lockBehind(people, key), 'platform')
    },
  }
}
