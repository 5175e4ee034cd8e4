import type { LoginRequest } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Clock } from '../ports/clock.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { Store } from '../ports/store.ts'
import type { ContentReviewService } from './content-review-service.ts'
import type { Keyring } from './keyring-service.ts'
import { type LoginClaim, refuse } from './login-claim.ts'
import { deriveLedgerKeys, type LedgerKeys } from './login-ledger-keys.ts'
import { LeaseLostError, type LoginSettlement } from './login-settlement.ts'
import type { LoginTrace, LoginWatch } from './login-watch.ts'
import type { IssuedSession } from './session-issuer.ts'

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
  apps: AppDirectory
  claims: LoginClaim
  settlement: LoginSettlement
  contentReviews: Pick<ContentReviewService, 'noticeVisit'>
  keyring: Keyring
  loginWatch: LoginWatch
  metrics: Pick<Metrics, 'countLedgerHit'>
  clock: Clock
}): LoginService {
  const { store, apps, claims, settlement, contentReviews, keyring, loginWatch, metrics, clock } = deps
  const flights = new Map<string, Promise<IssuedSession>>()

  async function fly(request: LoginRequest, keys: LedgerKeys, trace: LoginTrace): Promise<IssuedSession> {
    const registered = await apps.find(request.platform, request.appId)
    if (!registered) throw new AppError('app.unknown')
    const known = await claims.claim(keys)
    if (known) {
      metrics.countLedgerHit(known.state === 'refused' ? 'refused' : 'replayed')
      return claims.answerFromLedger(known, keys)
    }
    trace.asking()
    const outcome = await registered.identityProvider.exchange(registered.app, request.code)
    trace.settling(outcome)
    const settled = await store
      .write(() => settlement.settle(request, keys, outcome))
      .catch((error) => {
        if (!(error instanceof LeaseLostError)) throw error
        return store.write(() => settlement.giveUp(keys))
      })
    if ('refusal' in settled) throw refuse(settled.refusal, settled.retryAt, clock.now())
    if (settled.user.underReview.length > 0) contentReviews.noticeVisit(settled.user.userId)
    return settled
  }

  return {
    login(request, requestId) {
      const keys = deriveLedgerKeys(keyring.ledger, request)
      // Requests in this process share the flight (single-flight); across processes the ledger decides.
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
