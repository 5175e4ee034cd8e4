import type { MigrationProvider } from 'kysely'
import { first } from './0001-first.ts'
import { rides } from './0002-rides.ts'

/** In order of their names; Kysely runs each once, under the dialect's own lock. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => ({ '0001_first': first, '0002_rides': rides }),
}
