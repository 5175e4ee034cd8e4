import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { migrationProvider } from './migrations/index.ts'
import type { Schema } from './schema.ts'

/**
 * Brings the schema up to date. Safe to call from several processes at once, and from a version older than the schema:
 * migrations only expand, so it leaves what it does not know alone. Throws what the failing step threw.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const foreign = await listForeign(db)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...foreign, ...(await migrationProvider.getMigrations()) }) },
    // Changes made side by side arrive in any order; each adds columns and tables and takes none away.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (!error) return
  // A newer version may have migrated in between.
  const known = Object.keys(foreign).length
  if (Object.keys(await listForeign(db)).length === known) throw error
  await migrate(db)
}

/** What newer versions have done here. Kysely refuses to start where it does not know a migration that was executed. */
async function listForeign(db: Kysely<Schema>): Promise<Record<string, Migration>> {
  const known = await migrationProvider.getMigrations()
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db).catch(() => ({ rows: [] }))
  return Object.fromEntries(done.rows.filter(({ name }) => !known[name]).map(({ name }) => [name, { async up() {} }]))
}
