import type { LoginRequest } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { type LedgerEntry, ledgerEntryMs, ledgerLeaseMs, type Refusal } from '../domain/login-ledger.ts'
import { sessionExpiresAt } from '../domain/session.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store, Unit } from '../ports/unit.ts'
import type { NoteOnPerson } from './audit.ts'
import type { ContentReviewService } from './content-review-service.ts'
import type { Keyring } from './keyring-service.ts'
import { deriveLedgerKeys, type LedgerKeys } from './login-ledger-keys.ts'
import type { LoginSettlement } from './login-settlement.ts'
import type { LoginTrace, LoginWatch } from './login-watch.ts'
import type { IssuedSession } from './session-issuer.ts'

const waitStepMs = 50

export interface LoginService {
  /**
   * Turns a platform's login code into a session: one code, one call to the platform, one session, however often and
   * however concurrently the same code and nonce arrive. Throws `app.unknown`, `login.code_rejected`,
   * `login.code_spent`, `account.blocked`, `rate_limit.exceeded`, `storage.unavailable`.
   */
  login(request: LoginRequest, requestId: string): Promise<IssuedSession>
}

export function createLoginService(deps: {
  store: Store
  ledger: LoginLedger
  sessions: SessionStore
  apps: AppDirectory
  settle: LoginSettlement
  contentReviews: Pick<ContentReviewService, 'noticeVisit'>
  noteOnPerson: NoteOnPerson
  keyring: Keyring
  loginWatch: LoginWatch
  metrics: Pick<Metrics, 'countLedgerHit'>
  clock: Clock
  log: Log
}): LoginService {
  const {
    store,
    ledger,
    sessions,
    apps,
    settle,
    contentReviews,
    noteOnPerson,
    keyring,
    loginWatch,
    metrics,
    clock,
    log,
  } = deps
  const flights = new Map<string, Promise<IssuedSession>>()

  /** What the ledger already knows; `undefined` when the code is ours to exchange. */
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
    // Swept between our finding it and our locking it; whoever inserts it first has the code.
    if (!entry) return (yield* ledger.insert(fresh)) ? undefined : yield* claimKnown(fresh)
    if (entry.expiresAt <= clock.now()) {
      yield* ledger.update(fresh)
      return undefined
    }
    if (entry.nonceHash === nonceHash) return entry
    // Somebody else has the code. Whoever of the two is the thief, the session it gave is not to be trusted;
    // a guest without identity gives nothing away.
    const session = entry.tokenHash === null ? undefined : yield* sessions.find(entry.tokenHash)
    if (session?.identified) {
      yield* sessions.remove(session.tokenHash)
      const detail = 'its login code came with two nonces'
      yield* noteOnPerson(session.personId, { actor: 'server', action: 'session.revoke', detail })
    }
    if (entry.state === 'leased') yield* ledger.update({ ...entry, contested: true })
    return { ...entry, state: 'refused', refusal: 'login.code_rejected', contested: true }
  }

  function* replay(entry: LedgerEntry, keys: LedgerKeys): Unit<IssuedSession> {
    const session = entry.tokenHash === null ? undefined : yield* sessions.find(entry.tokenHash)
    if (entry.sealedAnswer === null || !session || sessionExpiresAt(session) <= clock.now()) {
      throw new AppError('login.code_spent')
    }
    return JSON.parse(keys.openAnswer(entry.sealedAnswer)) as IssuedSession
  }

  async function answerFromLedger(found: LedgerEntry, keys: LedgerKeys): Promise<IssuedSession> {
    if (found.contested) log.warn({ event: 'login.code_contested' }, 'a login code came with two nonces')
    let entry: LedgerEntry | undefined = found
    while (entry?.state === 'leased' && entry.leaseUntil > clock.now()) {
      await new Promise((resolve) => setTimeout(resolve, waitStepMs))
      entry = await store.read(() => ledger.find(keys.codeHash))
    }
    if (entry?.state === 'refused' && entry.refusal) throw refuse(entry.refusal, entry.expiresAt, clock.now())
    // Still leased: its holder died in flight, and nobody can tell whether the platform consumed the code.
    if (entry?.state !== 'answered') throw new AppError('login.code_spent')
    const answered = entry
    return store.read(() => replay(answered, keys))
  }

  async function fly(request: LoginRequest, keys: LedgerKeys, trace: LoginTrace): Promise<IssuedSession> {
    const registered = await apps.find(request.platform, request.appId)
    if (!registered) throw new AppError('app.unknown')
    const known = await claim(keys)
    if (known) {
      metrics.countLedgerHit(known.state === 'refused' ? 'refused' : 'replayed')
      return answerFromLedger(known, keys)
    }
    trace.asking()
    const outcome = await registered.identityProvider.exchange(registered.app, request.code)
    trace.settling(outcome)
    const settled = await store.write(() => settle(request, keys, outcome))
    if ('refusal' in settled) throw refuse(settled.refusal, settled.expiresAt, clock.now())
    if (settled.user.underReview.length > 0) contentReviews.noticeVisit(settled.user.userId)
    return settled
  }

  return {
    login(request, requestId) {
      const keys = deriveLedgerKeys(keyring.ledger, request)
      // Within this process the waiting costs nothing; across processes the ledger is asked.
      const name = `${keys.codeHash}.${keys.nonceHash}`
      const inFlight = flights.get(name)
      if (inFlight) {
        metrics.countLedgerHit('joined')
        return inFlight
      }
      const trace = loginWatch.begin(request, requestId)
      const flight = fly(request, keys, trace).finally(() => flights.delete(name))
      flight.then(trace.ended, trace.failed)
      flights.set(name, flight)
      return flight
    },
  }
}

function refuse(refusal: Refusal, expiresAt: Date, now: Date): AppError {
  return refusal === 'rate_limit.exceeded'
    ? new AppError(refusal, { retryAfterMs: expiresAt.getTime() - now.getTime() })
    : new AppError(refusal)
}
