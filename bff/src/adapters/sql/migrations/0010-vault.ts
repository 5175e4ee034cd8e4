import type { Kysely, Migration } from 'kysely'

export const vault: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('app')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('app_id', 'text', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('secret_version', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('app_key', ['platform', 'app_id'])
      .execute()
    await db.schema
      .createTable('app_secret')
      .addColumn('app_row_id', 'text', (column) => column.notNull().references('app.id'))
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('good_until', 'bigint')
      .addPrimaryKeyConstraint('app_secret_key', ['app_row_id', 'version'])
      .execute()
  },
}
