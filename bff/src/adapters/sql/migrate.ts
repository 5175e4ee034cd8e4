import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { migrationProvider } from './migrations/index.ts'
import type { Schema } from './schema.ts'

/**
 * Migrates the schema. Safe to call from several processes at once, and from a version older than the schema:
 * migrations only expand, so unknown ones are left alone. Throws the error of the failing step.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const foreign = await listForeign(db)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...foreign, ...(await migrationProvider.getMigrations()) }) },
    // Migrations from parallel branches may run in any order; each only adds columns and tables.
    allowUnorderedMigrations: true,
  })
  const { error } = await migrator.migrateToLatest()
  if (!error) return
  // A newer version may have migrated in between.
  const known = Object.keys(foreign).length
  if (Object.keys(await listForeign(db)).length === known) throw error
  await migrate(db)
}

/** Migrations executed by newer versions. Kysely refuses to start with an executed migration it does not know. */
async function listForeign(db: Kysely<Schema>): Promise<Record<string, Migration>> {
  const known = await migrationProvider.getMigrations()
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db).catch(() => ({ rows: [] }))
  return Object.fromEntries(done.rows.filter(({ name }) => !known[name]).map(({ name }) => [name, { async up() {} }]))
}
