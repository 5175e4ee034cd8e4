import { type Kysely, type Migration, sql } from 'kysely'

export const people: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('union_account')
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('union_account_key', ['provider', 'subject'])
      .execute()
    await db.schema.createIndex('union_account_person').on('union_account').column('person_id').execute()
    await db.schema.createIndex('identity_union').on('identity').column('union_subject').execute()
    // Every platform that had told a unionid by then is WeChat's.
    await sql`
      insert into union_account (provider, subject, person_id, created_at)
      select 'wechat', union_subject, min(person_id), min(created_at)
      from identity where union_subject is not null group by union_subject`.execute(db)
    await db.schema
      .createTable('person_join')
      .addColumn('joined_person_id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('cause', 'text', (column) => column.notNull())
      .addColumn('joined_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('person_join_person').on('person_join').column('person_id').execute()
    // Both ways round, so that it is found from either.
    await db.schema
      .createTable('person_apart')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('other_person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('person_apart_key', ['person_id', 'other_person_id'])
      .execute()
    await db.schema.createIndex('person_apart_other').on('person_apart').column('other_person_id').execute()

    // The screen on which it was given.
    await db.schema.alterTable('consent').addColumn('screen', 'text').execute()
    await db.schema
      .createTable('withdrawn_consent')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('agreement_id', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('agreed_at', 'bigint', (column) => column.notNull())
      .addColumn('screen', 'text')
      .addColumn('withdrawn_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('withdrawn_consent_key', ['person_id', 'agreement_id', 'version', 'agreed_at'])
      .execute()
    await db.schema
      .createTable('phone_code')
      .addColumn('code_hash', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('phone_code_person').on('phone_code').column('person_id').execute()
    await db.schema.createIndex('phone_code_expiry').on('phone_code').column('expires_at').execute()
    // Files to be taken off the disk, which is no part of the transaction.
    await db.schema
      .createTable('discarded_avatar')
      .addColumn('avatar_id', 'text', (column) => column.primaryKey())
      .addColumn('discarded_at', 'bigint', (column) => column.notNull())
      .execute()
    // Names nobody: a keyed hash, by which a restored backup can be erased once more.
    await db.schema
      .createTable('erasure')
      .addColumn('person_hash', 'text', (column) => column.primaryKey())
      .addColumn('cause', 'text', (column) => column.notNull())
      .addColumn('erased_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
