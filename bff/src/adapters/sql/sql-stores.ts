import type { AccessTokenStore } from '../../ports/access-token-store.ts'
import type { AppStore } from '../../ports/app-store.ts'
import type { AuditStore } from '../../ports/audit-store.ts'
import type { ErasureStore } from '../../ports/erasure-store.ts'
import type { KeyringStore } from '../../ports/keyring-store.ts'
import type { LoginLedger } from '../../ports/login-ledger.ts'
import type { PayloadLedger } from '../../ports/payload-ledger.ts'
import type { PendingContentStore } from '../../ports/pending-content-store.ts'
import type { PersonStore } from '../../ports/person-store.ts'
import type { PhoneCodeStore } from '../../ports/phone-code-store.ts'
import type { PushReceiptStore } from '../../ports/push-receipt-store.ts'
import type { SecretLinkStore } from '../../ports/secret-link-store.ts'
import type { SessionKeyStore } from '../../ports/session-key-store.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { Store } from '../../ports/store.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { StandingStore } from '../../ports/trail/standing-store.ts'
import type { StepStore } from '../../ports/trail/step-store.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import type { UnionStore } from '../../ports/union-store.ts'
import type { WebTicketStore } from '../../ports/web-ticket-store.ts'
import type { SqlDialect } from './dialect.ts'
import { createSqlAccessTokenStore } from './sql-access-token-store.ts'
import { createSqlAppStore } from './sql-app-store.ts'
import { createSqlAuditStore } from './sql-audit-store.ts'
import { createSqlDeviceStore } from './sql-device-store.ts'
import { createSqlErasureStore } from './sql-erasure-store.ts'
import { createSqlKeyringStore } from './sql-keyring-store.ts'
import { createSqlLoginLedger } from './sql-login-ledger.ts'
import { createSqlPayloadLedger } from './sql-payload-ledger.ts'
import { createSqlPendingContentStore } from './sql-pending-content-store.ts'
import { createSqlPersonStore } from './sql-person-store.ts'
import { createSqlPhoneCodeStore } from './sql-phone-code-store.ts'
import { createSqlPushReceiptStore } from './sql-push-receipt-store.ts'
import { createSqlRideStore } from './sql-ride-store.ts'
import { createSqlSecretLinkStore } from './sql-secret-link-store.ts'
import { createSqlSessionKeyStore } from './sql-session-key-store.ts'
import { createSqlSessionStore } from './sql-session-store.ts'
import { createSqlStandingStore } from './sql-standing-store.ts'
import { createSqlStepStore } from './sql-step-store.ts'
import { createSqlTrailStore } from './sql-trail-store.ts'
import { createSqlUnionStore } from './sql-union-store.ts'
import { createSqlWebTicketStore } from './sql-web-ticket-store.ts'

/** The one implementation of every store, over either database. */
export interface SqlStores {
  store: Store
  accessTokens: AccessTokenStore
  registeredApps: AppStore
  audit: AuditStore
  devices: DeviceStore
  erasures: ErasureStore
  keyring: KeyringStore
  ledger: LoginLedger
  payloads: PayloadLedger
  pendingContent: PendingContentStore
  people: PersonStore
  phoneCodes: PhoneCodeStore
  pushReceipts: PushReceiptStore
  rides: RideStore
  secretLinks: SecretLinkStore
  sessionKeys: SessionKeyStore
  sessions: SessionStore
  standings: StandingStore
  steps: StepStore
  trails: TrailStore
  webTickets: WebTicketStore
  unions: UnionStore
}

export function createSqlStores(store: Store, dialect: SqlDialect): SqlStores {
  return {
    store,
    accessTokens: createSqlAccessTokenStore(dialect),
    registeredApps: createSqlAppStore(dialect),
    audit: createSqlAuditStore(dialect),
    devices: createSqlDeviceStore(dialect),
    erasures: createSqlErasureStore(dialect),
    keyring: createSqlKeyringStore(dialect),
    ledger: createSqlLoginLedger(dialect),
    payloads: createSqlPayloadLedger(dialect),
    pendingContent: createSqlPendingContentStore(dialect),
    people: createSqlPersonStore(dialect),
    phoneCodes: createSqlPhoneCodeStore(dialect),
    pushReceipts: createSqlPushReceiptStore(dialect),
    rides: createSqlRideStore(dialect),
    secretLinks: createSqlSecretLinkStore(dialect),
    sessionKeys: createSqlSessionKeyStore(dialect),
    sessions: createSqlSessionStore(dialect),
    standings: createSqlStandingStore(dialect),
    steps: createSqlStepStore(dialect),
    trails: createSqlTrailStore(dialect),
    webTickets: createSqlWebTicketStore(dialect),
    unions: createSqlUnionStore(dialect),
  }
}
