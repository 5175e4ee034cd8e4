import type { DeviceStore } from '../../ports/device-store.ts'
import type { KeyringStore } from '../../ports/keyring-store.ts'
import type { LoginLedger } from '../../ports/login-ledger.ts'
import type { PersonStore } from '../../ports/person-store.ts'
import type { RideStore } from '../../ports/ride-store.ts'
import type { SessionKeyStore } from '../../ports/session-key-store.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { StandingStore } from '../../ports/standing-store.ts'
import type { TrailStore } from '../../ports/trail-store.ts'
import type { Store } from '../../ports/unit.ts'
import type { SqlDialect } from './dialect.ts'
import { createSqlDeviceStore } from './sql-device-store.ts'
import { createSqlKeyringStore } from './sql-keyring-store.ts'
import { createSqlLoginLedger } from './sql-login-ledger.ts'
import { createSqlPersonStore } from './sql-person-store.ts'
import { createSqlRideStore } from './sql-ride-store.ts'
import { createSqlSessionKeyStore } from './sql-session-key-store.ts'
import { createSqlSessionStore } from './sql-session-store.ts'
import { createSqlStandingStore } from './sql-standing-store.ts'
import { createSqlTrailStore } from './sql-trail-store.ts'

/** The one implementation of every store, over either database. */
export interface SqlStores {
  store: Store
  devices: DeviceStore
  keyring: KeyringStore
  ledger: LoginLedger
  people: PersonStore
  rides: RideStore
  sessionKeys: SessionKeyStore
  sessions: SessionStore
  standings: StandingStore
  trails: TrailStore
}

export function createSqlStores(store: Store, dialect: SqlDialect): SqlStores {
  return {
    store,
    devices: createSqlDeviceStore(dialect),
    keyring: createSqlKeyringStore(dialect),
    ledger: createSqlLoginLedger(dialect),
    people: createSqlPersonStore(dialect),
    rides: createSqlRideStore(dialect),
    sessionKeys: createSqlSessionKeyStore(dialect),
    sessions: createSqlSessionStore(dialect),
    standings: createSqlStandingStore(dialect),
    trails: createSqlTrailStore(dialect),
  }
}
