import { createPostgresStorage } from './postgres-storage.ts'
import { createSqliteStorage } from './sqlite-storage.ts'
import type { TestStorage } from './test-storage.ts'

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
