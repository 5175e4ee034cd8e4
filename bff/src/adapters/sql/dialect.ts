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

/** What the stores need to know of the database: how SQL is written, and how a row is locked. */
export interface SqlDialect {
  /** Compiles queries and runs none. */
  db: Kysely<Schema>
  /** SQLite has one writer, so a row that a unit reads for writing is its own already. */
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
