import type { Kysely, Migration } from 'kysely'

export const secretIntake: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('app_push')
      .addColumn('app_row_id', 'text', (column) => column.primaryKey().references('app.id'))
      .addColumn('sealed', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('secret_link')
      .addColumn('link_hash', 'text', (column) => column.primaryKey())
      .addColumn('app_row_id', 'text', (column) => column.notNull().references('app.id'))
      .addColumn('tries', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('secret_receipt')
      .addColumn('receipt_hash', 'text', (column) => column.primaryKey())
      .addColumn('link_hash', 'text', (column) => column.notNull().unique())
      .addColumn('app_row_id', 'text', (column) => column.notNull().references('app.id'))
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('withdrawn_at', 'bigint')
      .execute()
  },
}
