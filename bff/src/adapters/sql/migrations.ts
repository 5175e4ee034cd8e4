import type { Kysely, Migration, MigrationProvider } from 'kysely'

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('keyring')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('purpose', 'text', (column) => column.notNull().unique())
      .addColumn('wrapped', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('person')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('nickname', 'text')
      .addColumn('avatar_id', 'text')
      .addColumn('phone_sealed', 'text')
      .addColumn('phone_masked', 'text')
      .addColumn('rider_id', 'text', (column) => column.unique())
      .addColumn('registered_at', 'bigint')
      .addColumn('registration_entry', 'text')
      .addColumn('profile_refreshed_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('identity')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('app_id', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('union_subject', 'text')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('key_epoch', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('identity_key', ['platform', 'app_id', 'subject'])
      .execute()
    await db.schema.createIndex('identity_person').on('identity').column('person_id').execute()
    await db.schema
      .createTable('session')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('app_id', 'text', (column) => column.notNull())
      .addColumn('device_hash', 'text', (column) => column.notNull())
      .addColumn('identified', 'bigint', (column) => column.notNull())
      .addColumn('model', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('session_person').on('session').column('person_id').execute()
    await db.schema.createIndex('session_device').on('session').columns(['device_hash', 'platform', 'app_id']).execute()
    await db.schema.createIndex('session_last_seen').on('session').column('last_seen_at').execute()
    await db.schema
      .createTable('session_key')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('app_id', 'text', (column) => column.notNull())
      .addColumn('epoch', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('session_key_key', ['person_id', 'platform', 'app_id', 'epoch'])
      .execute()
    await db.schema
      .createTable('login_ledger')
      .addColumn('code_hash', 'text', (column) => column.primaryKey())
      .addColumn('nonce_hash', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .addColumn('contested', 'bigint', (column) => column.notNull())
      .addColumn('token_hash', 'text')
      .addColumn('sealed_answer', 'text')
      .addColumn('refusal', 'text')
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('login_ledger_expiry').on('login_ledger').column('expires_at').execute()
    await db.schema
      .createTable('consent')
      .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('agreement_id', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('agreed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('consent_key', ['person_id', 'agreement_id', 'version'])
      .execute()
    await db.schema
      .createTable('trail')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('length_meters', 'bigint', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}

/** In order of their names; Kysely runs each once, under the dialect's own lock. */
export const migrationProvider: MigrationProvider = {
  getMigrations: async () => ({ '0001_first': first }),
}
