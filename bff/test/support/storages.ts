import { createPostgresStorage } from './postgres-storage.ts'
import { createRestoredStorage, prepareRestoredPostgres } from './restored-storage.ts'
import { createSqliteStorage } from './sqlite-storage.ts'
import type { TestStorage } from './test-storage.ts'

export interface StorageKind {
  name: 'SQLite' | 'PostgreSQL'
  create(): Promise<TestStorage>
}

const { DATABASE_URL: postgresUrl, TEST_SCALED_ONLY: scaledOnly, TEST_RESTORED: restored } = process.env

/** With `TEST_RESTORED` each is made by restoring a backup. */
export const sqlite: StorageKind = {
  name: 'SQLite',
  create: () => (restored ? createRestoredStorage() : createSqliteStorage()),
}

const createOnPostgres = (url: string) => (restored ? prepareRestoredPostgres(url) : () => createPostgresStorage(url))

/** PostgreSQL, where `DATABASE_URL` names a server. */
export const postgres: StorageKind | undefined = postgresUrl
  ? { name: 'PostgreSQL', create: createOnPostgres(postgresUrl) }
  : undefined

/** Every storage a suite has to pass on; `test:scaled` leaves out the embedded one, which `test` has run on. */
export const storages: readonly StorageKind[] = [...(scaledOnly ? [] : [sqlite]), ...(postgres ? [postgres] : [])]
