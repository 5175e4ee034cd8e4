import type { KeyringStore } from '../../ports/keyring-store.ts'
import type { LoginLedger } from '../../ports/login-ledger.ts'
import type { PersonStore } from '../../ports/person-store.ts'
import type { SessionKeyStore } from '../../ports/session-key-store.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { TrailStore } from '../../ports/trail-store.ts'
import type { Store } from '../../ports/unit.ts'
import type { SqlDialect } from './dialect.ts'
import { createSqlKeyringStore } from './sql-keyring-store.ts'
import { createSqlLoginLedger } from './sql-login-ledger.ts'
import { createSqlPersonStore } from './sql-person-store.ts'
import { createSqlSessionKeyStore } from './sql-session-key-store.ts'
import { createSqlSessionStore } from './sql-session-store.ts'
import { createSqlTrailStore } from './sql-trail-store.ts'

/** The one implementation of every store, over either database. */
export interface SqlStores {
  store: Store
  keyring: KeyringStore
  ledger: LoginLedger
  people: PersonStore
  sessionKeys: SessionKeyStore
  sessions: SessionStore
  trails: TrailStore
}

export function createSqlStores(store: Store, dialect: SqlDialect): SqlStores {
  return {
    store,
    keyring: createSqlKeyringStore(dialect),
    ledger: createSqlLoginLedger(dialect),
    people: createSqlPersonStore(dialect),
    sessionKeys: createSqlSessionKeyStore(dialect),
    sessions: createSqlSessionStore(dialect),
    trails: createSqlTrailStore(dialect),
  }
}
