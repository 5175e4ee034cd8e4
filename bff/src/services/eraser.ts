import { AppError } from '../domain/app-error.ts'
import { contentFields } from '../domain/content.ts'
import type { ErasureCause } from '../domain/erasure.ts'
import { type Caller, isFreshLogin } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { ErasureStore } from '../ports/erasure-store.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { NoteOnPerson } from './audit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { PendingContents } from './pending-content.ts'
import type { TokenService } from './token-service.ts'

export interface Eraser {
  /**
   * Erases a person and all their data; what remains is listed in `docs/personal-data.md`. All sessions end at once,
   * and a later login with the same identity creates a new person. Idempotent. The audit log records `actor`, or else
   * the cause.
   */
  erase(personId: string, cause: ErasureCause, actor?: string): Promise<void>
  /** The same, requested by the person. Throws `session.fresh_login_required`. */
  eraseCaller(caller: Caller): Promise<void>
}

export function createEraser(deps: {
  store: Store
  people: PersonStore
  erasures: ErasureStore
  ledger: LoginLedger
  tokens: TokenService
  avatarBin: AvatarBin
  pendingContents: PendingContents
  product: Product
  noteOnPerson: NoteOnPerson
  clock: Clock
}): Eraser {
  const { store, people, erasures, ledger, tokens, avatarBin, pendingContents, product, noteOnPerson, clock } = deps

  async function erase(personId: string, cause: ErasureCause, actor: string = cause): Promise<void> {
    await store.write(function* () {
      const person = yield* people.lock(personId)
      if (!person) return
      yield* avatarBin.discard(person.avatarId)
      yield* pendingContents.remove(personId, contentFields)
      yield* ledger.forgetAnswersOf(personId)
      yield* people.remove(personId)
      yield* noteOnPerson(personId, { actor, action: 'user.erase' })
      yield* erasures.insert({ personHash: tokens.hashPerson(personId), cause, erasedAt: clock.now() })
    })
    product.forgetOverview()
    await avatarBin.empty()
    await store.scrub()
  }

  return {
    erase,
    async eraseCaller({ personId, session }) {
      if (!isFreshLogin(session, clock.now())) throw new AppError('session.fresh_login_required')
      await erase(personId, 'person')
    },
  }
}
