import { AppError } from '../domain/app-error.ts'
import { type LedgerEntry, ledgerEntryMs, ledgerLeaseMs, type Refusal } from '../domain/login-ledger.ts'
import { sessionExpiresAt } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { LedgerKeys } from './login-ledger-keys.ts'
import type { IssuedSession } from './session-issuer.ts'

const waitStepMs = 50

/** Decides which request may exchange a login code with its platform, and what the others with that code receive. */
export interface LoginClaim {
  /** The recorded outcome; `undefined` if this request may exchange the code. */
  claim(keys: LedgerKeys): Promise<LedgerEntry | undefined>
  /**
   * Waits for the recorded answer. Throws the recorded refusal, or `login.code_spent` if the outcome can no longer be
   * known.
   */
  answerFromLedger(found: LedgerEntry, keys: LedgerKeys): Promise<IssuedSession>
}

export function createLoginClaim(deps: {
  store: Store
  ledger: LoginLedger
  sessions: SessionStore
  noteOnPerson: NoteOnPerson
  clock: Clock
  log: Log
}): LoginClaim {
  const { store, ledger, sessions, noteOnPerson, clock, log } = deps

  async function claim(keys: LedgerKeys): Promise<LedgerEntry | undefined> {
    const fresh = lease(keys)
    const isOurs = await store.write(() => ledger.insert(fresh), { single: true })
    return isOurs ? undefined : store.write(() => claimKnown(fresh))
  }

  const lease = ({ codeHash, nonceHash }: LedgerKeys): LedgerEntry => ({
    codeHash,
    nonceHash,
    state: 'leased',
    leaseUntil: new Date(clock.now().getTime() + ledgerLeaseMs),
    contested: false,
    tokenHash: null,
    sealedAnswer: null,
    refusal: null,
    expiresAt: new Date(clock.now().getTime() + ledgerEntryMs),
  })

  function* claimKnown(fresh: LedgerEntry): Unit<LedgerEntry | undefined> {
    const { codeHash, nonceHash } = fresh
    const entry = yield* ledger.lock(codeHash)
    // The entry was swept between finding and locking it; the first request to insert it again owns the code.
    if (!entry) return (yield* ledger.insert(fresh)) ? undefined : yield* claimKnown(fresh)
    if (entry.expiresAt <= clock.now()) {
      yield* ledger.update(fresh)
      return undefined
    }
    if (entry.nonceHash === nonceHash) {
      const mayTryAgain = entry.refusal === 'rate_limit.exceeded' && entry.leaseUntil <= clock.now()
      if (mayTryAgain) yield* ledger.update(fresh)
      return mayTryAgain ? undefined : entry
    }
    // The code was used by somebody else. Either of the two may be the thief, so its session is revoked. A guest
    // without identity reveals nothing, so it stays.
    const session = entry.tokenHash === null ? undefined : yield* sessions.find(entry.tokenHash)
    if (session?.identified) {
      yield* sessions.remove(session.tokenHash)
      const detail = 'its login code came with two nonces'
      yield* noteOnPerson(session.personId, { actor: 'server', action: 'session.revoke', detail })
    }
    if (entry.state === 'leased') yield* ledger.update({ ...entry, contested: true })
    else if (entry.refusal === 'rate_limit.exceeded') yield* ledger.update({ ...entry, refusal: 'login.code_spent' })
    return { ...entry, state: 'refused', refusal: 'login.code_rejected', contested: true }
  }

  function* replay(entry: LedgerEntry, keys: LedgerKeys): Unit<IssuedSession> {
    const session = entry.tokenHash === null ? undefined : yield* sessions.find(entry.tokenHash)
    if (entry.sealedAnswer === null || !session || sessionExpiresAt(session) <= clock.now()) {
      throw new AppError('login.code_spent')
    }
    return JSON.parse(open(entry.sealedAnswer, keys)) as IssuedSession
  }

  /** An answer from an altered row or another version is not returned. */
  function open(sealed: string, keys: LedgerKeys): string {
    try {
      return keys.openAnswer(sealed)
    } catch (cause) {
      throw new AppError('login.code_spent', { cause })
    }
  }

  /** Marks the code as spent: its caller is told to use another code, so a late holder must not answer for this one. */
  function* concede({ codeHash }: LedgerKeys): Unit<LedgerEntry | undefined> {
    const entry = yield* ledger.lock(codeHash)
    if (entry?.state !== 'leased' || entry.leaseUntil > clock.now()) return entry
    const spent: LedgerEntry = { ...entry, state: 'refused', refusal: 'login.code_spent' }
    yield* ledger.update(spent)
    return spent
  }

  async function answerFromLedger(found: LedgerEntry, keys: LedgerKeys): Promise<IssuedSession> {
    if (found.contested) log.warn({ event: 'login.code_contested' }, 'a login code was used with two nonces')
    let entry: LedgerEntry | undefined = found
    while (entry?.state === 'leased' && entry.leaseUntil > clock.now()) {
      await new Promise((resolve) => setTimeout(resolve, waitStepMs))
      entry = await store.read(() => ledger.find(keys.codeHash))
    }
    // Still leased: the holder died in flight, and it is unknown whether the platform consumed the code.
    if (entry?.state === 'leased') entry = await store.write(() => concede(keys))
    if (entry?.state === 'refused' && entry.refusal) throw refuse(entry.refusal, entry.leaseUntil, clock.now())
    if (entry?.state !== 'answered') throw new AppError('login.code_spent')
    const answered = entry
    return store.read(() => replay(answered, keys))
  }

  return { claim, answerFromLedger }
}

/** Rate limits include the time to wait. */
export function refuse(refusal: Refusal, retryAt: Date, now: Date): AppError {
  return refusal === 'rate_limit.exceeded'
    ? new AppError(refusal, { retryAfterMs: Math.max(0, retryAt.getTime() - now.getTime()) })
    : new AppError(refusal)
}
