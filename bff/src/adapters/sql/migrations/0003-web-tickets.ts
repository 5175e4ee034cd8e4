import { type Kysely, type Migration, sql } from 'kysely'

export const webTickets: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('session')
      .addColumn('scope', 'text', (column) => column.notNull().defaultTo('full'))
      .execute()
    await db.schema
      .alterTable('session')
      .addColumn('parent_hash', 'text', (column) => column.references('session.token_hash').onDelete('cascade'))
      .execute()
    // Few sessions have a parent, and every session that ends looks for its children.
    await db.schema
      .createIndex('session_parent')
      .on('session')
      .column('parent_hash')
      .where(sql<boolean>`parent_hash is not null`)
      .execute()
    await db.schema
      .createTable('web_ticket')
      .addColumn('session_hash', 'text', (column) =>
        column.primaryKey().references('session.token_hash').onDelete('cascade'),
      )
      .addColumn('ticket_hash', 'text', (column) => column.notNull().unique())
      .addColumn('origin', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('web_ticket_expiry').on('web_ticket').column('expires_at').execute()
  },
}
