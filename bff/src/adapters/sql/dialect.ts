import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Schema } from './schema.ts'

/** The differences between the databases that matter to the stores: SQL dialect and row locks. */
export interface SqlDialect {
  /** Only compiles queries, never runs them. */
  db: Kysely<Schema>
  /** SQLite has a single writer, so row locks are unnecessary. */
  rowLocks: boolean
}

export function createSqliteDialect(): SqlDialect {
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
  return { db, rowLocks: false }
}

export function createPostgresDialect(): SqlDialect {
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  return { db, rowLocks: true }
}
