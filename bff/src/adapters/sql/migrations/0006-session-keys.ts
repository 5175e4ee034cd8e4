import { type Kysely, type Migration, sql } from 'kysely'

export const sessionKeys: Migration = {
  async up(db: Kysely<unknown>) {
    // `epoch` is the first login that a key answers for, `last_epoch` the last one.
    for (const column of ['last_epoch', 'used_at']) {
      await db.schema
        .alterTable('session_key')
        .addColumn(column, 'bigint', (definition) => definition.notNull().defaultTo(0))
        .execute()
    }
    await db.schema.alterTable('session_key').addColumn('replaced_at', 'bigint').execute()
    await sql`update session_key set last_epoch = epoch, used_at = created_at`.execute(db)
    await db.schema
      .createTable('payload_ledger')
      .addColumn('payload_hash', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('sealed_answer', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('payload_ledger_person').on('payload_ledger').column('person_id').execute()
    await db.schema.createIndex('payload_ledger_expiry').on('payload_ledger').column('expires_at').execute()
    await db.schema
      .createTable('payload_failure')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('operation', 'text', (column) => column.notNull())
      .addColumn('failed_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('payload_failure_person')
      .on('payload_failure')
      .columns(['person_id', 'operation', 'failed_at'])
      .execute()
    await db.schema
      .createTable('step_day')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('steps', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('step_day_key', ['person_id', 'day'])
      .execute()
  },
}
