import { type Kysely, Migrator } from 'kysely'
import { migrationProvider } from './migrations/index.ts'
import type { Schema } from './schema.ts'

/** Brings the schema up to date. Safe to call from several processes at once. Throws what the failing step threw. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: migrationProvider,
    // Changes made side by side arrive in any order; each adds and takes nothing away.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
