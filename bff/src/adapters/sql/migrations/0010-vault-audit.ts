import { type Kysely, type Migration, SqliteAdapter, sql } from 'kysely'

export const vaultAudit: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('audit_event')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('detail', 'text')
      .execute()
    await db.schema.createIndex('audit_event_at').on('audit_event').column('at').execute()
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
    for (const statement of isSqlite ? sqliteTriggers : postgresTriggers) await sql.raw(statement).execute(db)
  },
}

const refusal = 'the audit only grows'

const sqliteTriggers = ['update', 'delete'].map(
  (verb) => `create trigger audit_event_no_${verb} before ${verb} on audit_event
    begin select raise(abort, '${refusal}'); end`,
)

const postgresTriggers = [
  `create function refuse_audit_change() returns trigger language plpgsql as
    $$ begin raise exception '${refusal}'; end $$`,
  `create trigger audit_event_no_change before update or delete or truncate on audit_event
    for each statement execute function refuse_audit_change()`,
]
