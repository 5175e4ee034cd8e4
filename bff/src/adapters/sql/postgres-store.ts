import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { AppError } from '../../domain/app-error.ts'
import type { Statement, Store, Unit } from '../../ports/unit.ts'
import { createPostgresDialect } from './dialect.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { createSqlStores, type SqlStores } from './sql-stores.ts'

const int8 = 20
// Every bigint column holds epoch milliseconds or a small count, both exact in a double.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/**
 * Serialization failure, deadlock, a unique key that a concurrent unit took first, and a row referred to that one took
 * away: run the unit again.
 */
const conflicts = new Set(['40001', '40P01', '23505', '23503'])
const attempts = 5
const retryAfterMs = 2000

const sqlState = (error: unknown): string | undefined => (error as { code?: string } | null)?.code

/** Connection trouble (classes 08 and 57P, too many clients, sockets) is an outage; the rest are faults of ours. */
function translate(cause: unknown): unknown {
  const code = sqlState(cause) ?? ''
  const outage =
    /^(08|57P|53)/.test(code) || /^E[A-Z]+$/.test(code) || /timeout|terminated|Connection/i.test(String(cause))
  return outage && !(cause instanceof AppError) ? new AppError('storage.unavailable', { cause, retryAfterMs }) : cause
}

async function run<T>(start: () => Unit<T>, client: Pick<pg.ClientBase, 'query'>): Promise<T> {
  const unit = start()
  let step = unit.next([])
  while (!step.done) {
    const { sql, parameters }: Statement = step.value
    step = unit.next((await client.query(sql, [...parameters])).rows)
  }
  return step.value
}

export async function openPostgresStore(url: string): Promise<SqlStores> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 3000, types })
  // A connection that the server ends fails the query it carries, or is replaced at the next use; its event has no more
  // to tell, but unheard it would end the process. The pool itself listens only while the connection is idle.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  await migrate(new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }))

  async function transact<T>(unit: () => Unit<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('BEGIN')
      const value = await run(unit, client)
      await client.query('COMMIT')
      return value
    } catch (error) {
      await client.query('ROLLBACK').catch((cause) => {
        broken = cause
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function transactAgainOnConflict<T>(unit: () => Unit<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await transact(unit)
      } catch (error) {
        if (!conflicts.has(sqlState(error) ?? '') || attempt === attempts) throw translate(error)
      }
    }
  }

  const writing = new Set<Promise<unknown>>()
  const store: Store = {
    write(unit) {
      const written = transactAgainOnConflict(unit).finally(() => writing.delete(written))
      writing.add(written)
      return written
    },
    read: (unit) => run(unit, pool).catch((error) => Promise.reject(translate(error))),
    scrub: async () => {},
    async ping() {
      await pool.query('select 1').catch((cause) => {
        throw new AppError('storage.unavailable', { cause, retryAfterMs })
      })
    },
    async close() {
      await Promise.allSettled(writing)
      await pool.end()
    },
  }
  return createSqlStores(store, createPostgresDialect())
}
