import type { Kysely, Migration } from 'kysely'

export const platformTokens: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('access_token')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('app_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text')
      .addColumn('fetched_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('lease_until', 'bigint')
      // A JSON array of instants, 20 at most.
      .addColumn('forced_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('access_token_key', ['platform', 'app_id'])
      .execute()
  },
}
