import type { LoginRequest } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { type LedgerEntry, ledgerEntryMs, ledgerLeaseMs, type Refusal } from '../domain/login-ledger.ts'
import { sessionExpiresAt } from '../domain/session.ts'
import { seal } from '../lib/seal.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Clock } from '../ports/clock.ts'
import type { ExchangeOutcome } from '../ports/identity-provider.ts'
import type { Log } from '../ports/log.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { SessionKeyStore } from '../ports/session-key-store.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store, Unit } from '../ports/unit.ts'
import type { Keyring } from './keyring-service.ts'
import { deriveLedgerKeys, type LedgerKeys } from './login-ledger-keys.ts'
import type { IssuedSession, SessionIssuer } from './session-issuer.ts'
import type { TokenService } from './token-service.ts'

const waitStepMs = 50
const defaultRetryAfterMs = 60_000

export interface LoginService {
  /**
   * Turns a platform's login code into a session: one code, one call to the platform, one session, however often and
   * however concurrently the same code and nonce arrive. Throws `app.unknown`, `login.code_rejected`,
   * `login.code_spent`, `account.blocked`, `rate_limit.exceeded`, `storage.unavailable`.
   */
  login(request: LoginRequest): Promise<IssuedSession>
}

export interface LoginDeps {
  store: Store
  ledger: LoginLedger
  people: PersonStore
  sessions: SessionStore
  sessionKeys: SessionKeyStore
  apps: AppDirectory
  issuer: SessionIssuer
  tokens: TokenService
  keyring: Keyring
  clock: Clock
  log: Log
}

export function createLoginService(deps: LoginDeps): LoginService {
  const { store, ledger, sessions, apps, keyring, clock, log } = deps
  const settle = createSettlement(deps)
  const flights = new Map<string, Promise<IssuedSession>>()

  /** What the ledger already knows; `undefined` when the code is ours to exchange. */
  function* claim({ codeHash, nonceHash }: LedgerKeys): Unit<LedgerEntry | undefined> {
    const now = clock.now()
    const fresh: LedgerEntry = {
      codeHash,
      nonceHash,
      state: 'leased',
      leaseUntil: new Date(now.getTime() + ledgerLeaseMs),
      contested: false,
      tokenHash: null,
      sealedAnswer: null,
      refusal: null,
      expiresAt: new Date(now.getTime() + ledgerEntryMs),
    }
    if (yield* ledger.insert(fresh)) return undefined
    const entry = yield* ledger.lock(codeHash)
    if (!entry || entry.expiresAt <= now) {
      yield* ledger.update(fresh)
      return undefined
    }
    if (entry.nonceHash === nonceHash) return entry
    // Somebody else has the code. Whoever of the two is the thief, the session it gave is not to be trusted;
    // a guest without identity gives nothing away.
    const session = entry.tokenHash === null ? undefined : yield* sessions.find(entry.tokenHash)
    if (session?.identified) yield* sessions.remove(session.tokenHash)
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

  async function fly(request: LoginRequest, keys: LedgerKeys): Promise<IssuedSession> {
    const registered = apps.find(request.platform, request.appId)
    if (!registered) throw new AppError('app.unknown')
    const known = await store.write(() => claim(keys))
    if (known) return answerFromLedger(known, keys)
    const outcome = await registered.identityProvider.exchange(registered.app, request.code)
    const settled = await store.write(() => settle(request, keys, outcome))
    if ('refusal' in settled) throw refuse(settled.refusal, settled.expiresAt, clock.now())
    return settled
  }

  return {
    login(request) {
      const keys = deriveLedgerKeys(keyring.ledger, request)
      // Within this process the waiting costs nothing; across processes the ledger is asked.
      const name = `${keys.codeHash}.${keys.nonceHash}`
      const inFlight = flights.get(name)
      if (inFlight) return inFlight
      const flight = fly(request, keys).finally(() => flights.delete(name))
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

type Settled = IssuedSession | { refusal: Refusal; expiresAt: Date }

/** Writes what the exchange came to: person, session, session_key and ledger entry in one transaction. */
function createSettlement({ ledger, people, sessionKeys, issuer, tokens, keyring, clock }: LoginDeps) {
  return function* settle(request: LoginRequest, keys: LedgerKeys, outcome: ExchangeOutcome): Unit<Settled> {
    const entry = yield* ledger.lock(keys.codeHash)
    if (!entry || entry.state !== 'leased' || entry.nonceHash !== keys.nonceHash) {
      return { refusal: 'login.code_spent', expiresAt: clock.now() }
    }
    if (outcome.kind === 'refused') {
      const { refusal, retryAfterMs = defaultRetryAfterMs } = outcome
      // A limit passes, and the code may be good afterwards; the other refusals are final.
      const expiresAt =
        refusal === 'rate_limit.exceeded' ? new Date(clock.now().getTime() + retryAfterMs) : entry.expiresAt
      yield* ledger.update({ ...entry, state: 'refused', refusal, expiresAt })
      return { refusal, expiresAt }
    }
    if (outcome.kind === 'identity' && entry.contested) {
      yield* ledger.update({ ...entry, state: 'refused', refusal: 'login.code_spent' })
      return { refusal: 'login.code_spent', expiresAt: entry.expiresAt }
    }
    const { answer, tokenHash } =
      outcome.kind === 'identity' ? yield* signIn(request, outcome) : yield* becomeGuest(request, outcome)
    yield* ledger.update({
      ...entry,
      state: 'answered',
      tokenHash,
      sealedAnswer: keys.sealAnswer(JSON.stringify(answer)),
    })
    return answer
  }

  function* signIn(request: LoginRequest, outcome: Extract<ExchangeOutcome, { kind: 'identity' }>) {
    const { platform, appId } = request
    const identity = { platform, appId, subject: outcome.subject }
    const guestId = yield* issuer.findGuest(request.guestToken)
    const personId = yield* issuer.settlePerson(identity, outcome.unionSubject, guestId)
    const keyEpoch = outcome.sessionKey ? yield* people.advanceKeyEpoch(identity) : null
    if (outcome.sessionKey && keyEpoch !== null) {
      const place = `session-key:${platform}:${appId}:${personId}:${keyEpoch}`
      const sealed = seal(keyring['session-key'], place, outcome.sessionKey.reveal())
      yield* sessionKeys.insert({ personId, platform, appId, epoch: keyEpoch, sealed, createdAt: clock.now() })
    }
    return yield* issuer.issue({ ...origin(request), personId, identified: true, keyEpoch, degraded: false })
  }

  function* becomeGuest(
    request: LoginRequest,
    outcome: Extract<ExchangeOutcome, { kind: 'anonymous' | 'unavailable' }>,
  ) {
    const personId = (yield* issuer.findGuest(request.guestToken)) ?? (yield* issuer.createPerson())
    const degraded = outcome.kind === 'unavailable'
    return yield* issuer.issue({ ...origin(request), personId, identified: false, keyEpoch: null, degraded })
  }

  const origin = ({ platform, appId, deviceId, model }: LoginRequest) => ({
    device: { platform, appId, deviceHash: tokens.hashDevice(deviceId) },
    model: model ?? null,
  })
}
