import type { Kysely, Migration } from 'kysely'

export const contentAndPush: Migration = {
  async up(db: Kysely<unknown>) {
    // What its author alone sees; what everybody sees stands on the person.
    await db.schema
      .createTable('pending_content')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('field', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('standing', 'text', (column) => column.notNull())
      .addColumn('trace_id', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('pending_content_key', ['person_id', 'field'])
      .execute()
    await db.schema.createIndex('pending_content_trace').on('pending_content').column('trace_id').execute()
    await db.schema
      .createIndex('pending_content_standing')
      .on('pending_content')
      .columns(['standing', 'changed_at'])
      .execute()
    await db.schema
      .createTable('push_receipt')
      .addColumn('app_id', 'text', (column) => column.notNull())
      .addColumn('nonce_hash', 'text', (column) => column.notNull())
      .addColumn('message_hash', 'text', (column) => column.notNull())
      .addColumn('settled', 'integer', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('push_receipt_key', ['app_id', 'nonce_hash'])
      .execute()
    await db.schema.createIndex('push_receipt_message').on('push_receipt').columns(['app_id', 'message_hash']).execute()
    await db.schema.createIndex('push_receipt_age').on('push_receipt').column('received_at').execute()
  },
}
