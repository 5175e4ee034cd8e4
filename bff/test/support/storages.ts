import type { SqlStores } from '../../src/adapters/sql/sql-stores.ts'
import { createPostgresStorage } from './postgres-storage.ts'
import { createSqliteStorage } from './sqlite-storage.ts'

/** An empty place to store in, for one test. */
export interface TestStorage {
  /** What makes a BFF use it. */
  env: { DATA_DIR: string; DATABASE_URL?: string }
  /** The stores beside the BFF; the embedded ones can be had only while no BFF runs. */
  open(): Promise<SqlStores>
  /** Keeps the store from answering until the returned function is called. */
  interrupt(): Promise<() => Promise<void>>
  remove(): Promise<void>
}

export interface StorageKind {
  name: 'SQLite' | 'PostgreSQL'
  create(): Promise<TestStorage>
}

const postgresUrl = process.env.DATABASE_URL

export const sqlite: StorageKind = { name: 'SQLite', create: createSqliteStorage }

/** Every storage a suite has to pass on: the embedded one always, PostgreSQL where `DATABASE_URL` names a server. */
export const storages: readonly StorageKind[] = [
  sqlite,
  ...(postgresUrl ? [{ name: 'PostgreSQL', create: () => createPostgresStorage(postgresUrl) } as const] : []),
]
