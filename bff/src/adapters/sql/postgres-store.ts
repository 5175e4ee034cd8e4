import type { Duplex } from 'node:stream'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { AppError } from '../../domain/app-error.ts'
import type { Store } from '../../ports/store.ts'
import { type Asked, isSeveral, type Statement, statementsOf, type Unit } from '../../ports/unit.ts'
import { createPostgresDialect } from './dialect.ts'
import { migrate } from './migrate.ts'
import { openPostgresClock, type SharedClock } from './postgres-clock.ts'
import type { Schema } from './schema.ts'
import { createSqlStores, type SqlStores } from './sql-stores.ts'

const int8 = 20
// Every bigint column holds epoch milliseconds or a small count, both exact in a double.
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/**
 * Serialization failure, deadlock, a unique key taken by a concurrent unit, a referenced row removed by one: run the
 * unit again.
 */
const conflicts = new Set(['40001', '40P01', '23505', '23503'])
const attempts = 5
const retryAfterMs = 2000
const connectTimeoutMs = 3000
const connections = 10
/** A frozen server counts as an outage; our longest statement takes a fraction of this. */
const queryTimeoutMs = 10_000

const sqlState = (error: unknown): string | undefined => (error as { code?: string } | null)?.code

/**
 * The connection has lost its prepared statements, or prepared them for a table that a newer version has widened since.
 * Another connection is used; each is discovered once.
 */
const isOutdated = (error: unknown): boolean =>
  ['26000', '42P05'].includes(sqlState(error) ?? '') ||
  (error as { routine?: string } | null)?.routine === 'RevalidateCachedQuery'

/**
 * Outages are connection errors (classes 08 and 57P, too many clients, sockets, name resolution, timeouts), a server that
 * has become a standby (25006), and disk errors of the server (class 58).
 */
const isOutage = (error: unknown): boolean =>
  /^(08|57P|53|58|25006$|E[A-Z_]+$)/.test(sqlState(error) ?? '') || /timeout|terminated|Connection/i.test(String(error))

/** So are a persistent conflict and a server that keeps losing prepared statements; everything else is a bug. */
function translate(cause: unknown): unknown {
  if (cause instanceof AppError) return cause
  const passing = isOutage(cause) || isOutdated(cause) || /^40/.test(sqlState(cause) ?? '')
  return passing ? new AppError('storage.unavailable', { cause, retryAfterMs }) : cause
}

/**
 * Runs a unit's statements. A statement without awaited rows is sent together with the next one that has some, in one
 * write and one round trip. Rejects with the error of the first statement that failed: the later ones only report that
 * the transaction is aborted.
 */
async function run<T>(
  start: () => Unit<T>,
  client: Pick<pg.ClientBase, 'query'>,
  { stream, inTransaction = false }: { stream?: Duplex; inTransaction?: boolean } = {},
): Promise<T> {
  let sent: Promise<pg.QueryResult>[] = []
  const send = ({ name, sql, parameters }: Statement) => {
    const query = { text: sql, values: [...parameters] }
    if (sent.length === 0) stream?.cork()
    const answer = client.query(name === undefined ? query : { name, ...query })
    sent.push(answer)
    // Awaited later, in order: a rejection must not be unhandled if an earlier statement fails first.
    answer.catch(() => {})
    return answer
  }
  const receive = async () => {
    const answers = sent
    sent = []
    if (answers.length > 0) stream?.uncork()
    for (const answer of answers) await answer
  }
  const ask = async (asked: Asked): Promise<readonly unknown[]> => {
    const sendings = statementsOf(asked).map((statement) => ({ answer: send(statement), rows: statement.rows }))
    if (sendings.some(({ rows }) => rows !== 'none')) await receive()
    const rowsOf = async ({ answer, rows }: (typeof sendings)[number]) => (rows === 'none' ? [] : (await answer).rows)
    const answers = await Promise.all(sendings.map(rowsOf))
    return isSeveral(asked) ? answers : (answers[0] as unknown[])
  }

  try {
    if (inTransaction) send({ sql: 'BEGIN', parameters: [] })
    const unit = start()
    let step = unit.next([])
    while (!step.done) step = unit.next(await ask(step.value))
    // If a statement failed, this rolls back the rest.
    if (inTransaction) send({ sql: 'COMMIT', parameters: [] })
    return step.value
  } finally {
    // A statement that was not awaited may have failed too; its error then explains the one that was thrown.
    await receive()
  }
}

/** Uses a separate connection, because a migration, or waiting for another process's migration, may take any time. */
async function bringUpToDate(url: string): Promise<void> {
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: connectTimeoutMs, types }),
    }),
  })
  await migrate(db).finally(() => db.destroy())
}

async function readTime(pool: pg.Pool): Promise<number> {
  const sql = 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now'
  const { rows } = await pool.query<{ now: number }>(sql)
  return Number(rows[0]?.now)
}

export async function openPostgresStore(url: string): Promise<SqlStores & { clock: SharedClock }> {
  await bringUpToDate(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    pipeline: true,
    types,
  })
  // If the server closes a connection, the query on it fails, or the connection is replaced at its next use. The error
  // event adds nothing, but unhandled it would end the process, and the pool itself listens only while the connection
  // is idle.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  async function transact<T>(unit: () => Unit<T>): Promise<T> {
    const client = await pool.connect()
    let broken = false
    try {
      return await run(unit, client, { stream: client.connection.stream, inTransaction: true })
    } catch (error) {
      // A broken connection is not used for a rollback; the server rolls back by itself.
      broken =
        isOutage(error) ||
        isOutdated(error) ||
        (await client.query('ROLLBACK').then(
          () => false,
          () => true,
        ))
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function runAgainOnConflict<T>(once: () => Promise<T>): Promise<T> {
    let conflicted = 0
    let outdated = 0
    for (;;) {
      try {
        return await once()
      } catch (error) {
        if (isOutdated(error)) outdated++
        else if (conflicts.has(sqlState(error) ?? '')) conflicted++
        else throw translate(error)
        if (conflicted === attempts || outdated > connections) throw translate(error)
      }
    }
  }

  const writing = new Set<Promise<unknown>>()
  const store: Store = {
    write(unit, { single = false } = {}) {
      const once = single ? () => run(unit, pool) : () => transact(unit)
      const written = runAgainOnConflict(once).finally(() => writing.delete(written))
      writing.add(written)
      return written
    },
    read: (unit) => runAgainOnConflict(() => run(unit, pool)),
    scrub: async () => {},
    async ping() {
      const { rows } = await pool.query('show transaction_read_only').catch((cause) => {
        throw new AppError('storage.unavailable', { cause, retryAfterMs })
      })
      if (rows[0].transaction_read_only === 'on') {
        throw new AppError('storage.unavailable', { cause: new Error('the database is read-only'), retryAfterMs })
      }
    },
    async close() {
      clock.close()
      await Promise.allSettled(writing)
      await pool.end()
    },
  }
  const clock = await openPostgresClock(() => readTime(pool)).catch(async (cause) => {
    await pool.end()
    throw translate(cause)
  })
  return { ...createSqlStores(store, createPostgresDialect()), clock }
}
