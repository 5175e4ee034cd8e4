import { erasureRecordMs } from '../domain/erasure.ts'
import { payloadFailureWindowMs } from '../domain/payload.ts'
import { registerSessionMs, sessionAbsoluteMs, sessionIdleMs } from '../domain/session.ts'
import { sessionKeyIdleMs } from '../domain/session-key.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { ErasureStore } from '../ports/erasure-store.ts'
import type { Log } from '../ports/log.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { PayloadLedger } from '../ports/payload-ledger.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { PhoneCodeStore } from '../ports/phone-code-store.ts'
import type { Product } from '../ports/product.ts'
import type { PushReceiptStore } from '../ports/push-receipt-store.ts'
import type { SecretLinkStore } from '../ports/secret-link-store.ts'
import type { SessionKeyStore } from '../ports/session-key-store.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/store.ts'
import type { WebTicketStore } from '../ports/web-ticket-store.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { ContentReviewService } from './content-review-service.ts'

const everyMs = 10 * 60_000
/** Well beyond a platform's last retry, and beyond the maximum age of a push. */
const pushReceiptMs = 86_400_000
const guestMs = 30 * 86_400_000

export interface HousekeepingService {
  /** Deletes what has expired, and retries content checks. */
  sweep(): Promise<void>
  /** Sweeps periodically. The returned stop function waits for a sweep in progress. */
  start(): () => Promise<void>
}

export function createHousekeepingService(deps: {
  store: Store
  ledger: LoginLedger
  sessions: SessionStore
  sessionKeys: SessionKeyStore
  sessionKeyGraceMs: number
  payloads: PayloadLedger
  people: PersonStore
  product: Product
  webTickets: WebTicketStore
  registeredApps: AppStore
  secretLinks: SecretLinkStore
  phoneCodes: PhoneCodeStore
  erasures: ErasureStore
  pushReceipts: PushReceiptStore
  avatarBin: AvatarBin
  contentReviews: ContentReviewService
  clock: Clock
  log: Log
}): HousekeepingService {
  const {
    store,
    ledger,
    sessions,
    sessionKeys,
    sessionKeyGraceMs,
    payloads,
    people,
    product,
    webTickets,
    registeredApps,
    secretLinks,
    phoneCodes,
    erasures,
    pushReceipts,
    avatarBin,
    contentReviews,
    clock,
    log,
  } = deps
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)

  async function sweep(): Promise<void> {
    await store.write(function* () {
      yield* ledger.removeExpired(clock.now())
      yield* sessions.removeExpired({ lastSeenBefore: ago(sessionIdleMs), createdBefore: ago(sessionAbsoluteMs) })
      yield* sessions.removeOfScope('register', ago(registerSessionMs))
      yield* webTickets.removeExpired(clock.now())
      yield* registeredApps.removeExpiredSecrets(clock.now())
      yield* secretLinks.removeExpired(clock.now())
      yield* sessionKeys.removeStale({ usedBefore: ago(sessionKeyIdleMs), replacedBefore: ago(sessionKeyGraceMs) })
      yield* payloads.removeExpired({ at: clock.now(), failedBefore: ago(payloadFailureWindowMs) })
      yield* product.sweep()
      yield* people.removeAbandoned(ago(guestMs))
      yield* phoneCodes.removeExpired(clock.now())
      yield* pushReceipts.removeOlderThan(ago(pushReceiptMs))
      yield* erasures.removeOlderThan(ago(erasureRecordMs))
    })
    await avatarBin.empty()
    await contentReviews.reviewDue()
  }

  return {
    sweep,
    start() {
      let running: Promise<void> = Promise.resolve()
      const timer = setInterval(() => {
        running = sweep().catch((err) => log.warn({ err }, 'sweep failed'))
      }, everyMs)
      timer.unref()
      return async () => {
        clearInterval(timer)
        await contentReviews.stop()
        await running
      }
    },
  }
}
