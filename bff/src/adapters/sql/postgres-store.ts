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
 * Serialization failure, deadlock, a unique key that a concurrent unit took first, and a row referred to that one took
 * away: run the unit again.
 */
const conflicts = new Set(['40001', '40P01', '23505', '23503'])
const attempts = 5
const retryAfterMs = 2000
const connectTimeoutMs = 3000
const connections = 10
/** A server that stands still is an outage too; the longest statement of ours takes a fraction of this. */
const queryTimeoutMs = 10_000

const sqlState = (error: unknown): string | undefined => (error as { code?: string } | null)?.code

/**
 * A connection that has lost the statements prepared on it, or prepared them for a table that a newer version has widened
 * since. Another one is asked; each has to be found out once.
 */
const isOutdated = (error: unknown): boolean =>
  ['26000', '42P05'].includes(sqlState(error) ?? '') ||
  (error as { routine?: string } | null)?.routine === 'RevalidateCachedQuery'

/**
 * Connection trouble is an outage (classes 08 and 57P, too many clients, sockets, names, silence), and so are a server that
 * became a standby (25006) and its disk (class 58).
 */
const isOutage = (error: unknown): boolean =>
  /^(08|57P|53|58|25006$|E[A-Z_]+$)/.test(sqlState(error) ?? '') || /timeout|terminated|Connection/i.test(String(error))

/** So is a conflict that did not end, and a server whose statements do not stay; the rest are faults of ours. */
function translate(cause: unknown): unknown {
  if (cause instanceof AppError) return cause
  const passing = isOutage(cause) || isOutdated(cause) || /^40/.test(sqlState(cause) ?? '')
  return passing ? new AppError('storage.unavailable', { cause, retryAfterMs }) : cause
}

/**
 * Runs a unit's statements. What has no rows to wait for goes out with the next that has, so that both take one round
 * trip, and one write. Rejects with what the first that failed says: those behind it only say that it did.
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
    // It is waited for in its turn, when another may have failed before it.
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
    // Where one has failed, this undoes the rest.
    if (inTransaction) send({ sql: 'COMMIT', parameters: [] })
    return step.value
  } finally {
    // What nobody waited for may have failed as well, and then it tells more than what was thrown for lack of it.
    await receive()
  }
}

/** By a connection of its own: a migration takes as long as it takes, and so does waiting for another process's. */
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
  // A connection that the server ends fails the query it carries, or is replaced at the next use; its event has no more
  // to tell, but unheard it would end the process. The pool itself listens only while the connection is idle.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  async function transact<T>(unit: () => Unit<T>): Promise<T> {
    const client = await pool.connect()
    let broken = false
    try {
      return await run(unit, client, { stream: client.connection.stream, inTransaction: true })
    } catch (error) {
      // A connection in trouble is not asked for more; the server undoes what it leaves.
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
