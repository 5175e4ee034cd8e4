import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryId,
  type RootOperationNode,
} from 'kysely'
import { migrationProvider } from '../../src/adapters/sql/migrations/index.ts'
import type { Schema } from '../../src/adapters/sql/schema.ts'
import { createSqlStores } from '../../src/adapters/sql/sql-stores.ts'
import type { Store } from '../../src/ports/store.ts'

export interface RecordedStatements {
  /** Those that had been written when the statements were. */
  migrations: string[]
  statements: string[]
}

/** Everything this version ever says to PostgreSQL: its statements are compiled when the stores are made. */
export async function recordStatements(): Promise<RecordedStatements> {
  const statements = new Set<string>()
  class Recorder extends PostgresQueryCompiler {
    override compileQuery(node: RootOperationNode, queryId: QueryId) {
      const query = super.compileQuery(node, queryId)
      statements.add(query.sql)
      return query
    }
  }
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new Recorder(),
    },
  })
  createSqlStores({} as Store, { db, rowLocks: true })
  const migrations = Object.keys(await migrationProvider.getMigrations()).sort()
  return { migrations, statements: [...statements].sort() }
}
