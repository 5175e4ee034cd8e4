import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import Database from 'libsql'
import { AppError } from '../../domain/app-error.ts'
import type { Store } from '../../ports/store.ts'
import { isSeveral, type Statement } from '../../ports/unit.ts'
import { createSqliteDialect } from './dialect.ts'
import { lockFolder } from './folder-lock.ts'
import { createGroupCommit, type RunUnit } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { ownFile } from './own-file.ts'
import type { Schema } from './schema.ts'
import { createSqlStores, type SqlStores } from './sql-stores.ts'

const retryAfterMs = 1000
const busyTimeoutMs = 5000
const scrubAgainMs = 1000

type Prepared = (parameters: readonly unknown[], rows: Statement['rows']) => unknown[]

/** Rows are read as arrays: with libsql's named rows, a row of twelve columns takes 9 µs instead of 5. */
function prepareOn(database: Database.Database, sql: string): Prepared {
  const statement = database.prepare(sql)
  const names = statement.reader
    ? statement
        .raw()
        .columns()
        .map(({ name }) => name)
    : []
  const toRow = (values: unknown): Record<string, unknown> => {
    const row: Record<string, unknown> = {}
    for (let index = 0; index < names.length; index++) row[names[index] as string] = (values as unknown[])[index]
    return row
  }
  return (parameters, rows) => {
    if (rows === 'none' || names.length === 0) {
      statement.run(parameters)
      return []
    }
    if (rows === undefined) return statement.all(parameters).map(toRow)
    const values = statement.get(parameters)
    return values === undefined ? [] : [toRow(values)]
  }
}

function open(path: string): { database: Database.Database; run: RunUnit } {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma(`busy_timeout = ${busyTimeoutMs}`)
  // Erased data is overwritten in the file, not only unlinked.
  database.pragma('secure_delete = ON')
  const prepared = new Map<string, Prepared>()

  const execute = ({ sql, parameters, rows }: Statement): unknown[] => {
    let statement = prepared.get(sql)
    if (!statement) {
      statement = prepareOn(database, sql)
      prepared.set(sql, statement)
    }
    return statement(parameters, rows)
  }
  const run: RunUnit = (start) => {
    const unit = start()
    let step = unit.next([])
    while (!step.done) {
      const asked = step.value
      step = unit.next(isSeveral(asked) ? asked.map(execute) : execute(asked))
    }
    return step.value
  }
  return { database, run }
}

/**
 * Empties the WAL, which still contains the old pages. Returns false while another process, such as a backup, reads from
 * it: waiting for that would block this whole process.
 */
function truncateLog(database: Database.Database): boolean {
  database.pragma('busy_timeout = 0')
  try {
    const [{ busy }] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    return busy === 0
  } finally {
    database.pragma(`busy_timeout = ${busyTimeoutMs}`)
  }
}

/** Disk errors are outages; a violated constraint or an invalid statement is a bug. */
function translate(cause: unknown): unknown {
  const code = (cause as { code?: unknown } | null)?.code
  const outage =
    typeof code === 'string' && /^SQLITE_(BUSY|LOCKED|IOERR|FULL|CANTOPEN|READONLY|CORRUPT|NOTADB)/.test(code)
  return outage ? new AppError('storage.unavailable', { cause, retryAfterMs }) : cause
}

/**
 * Opens the embedded store in a folder, which is locked for this process. Throws FolderInUseError if another process
 * holds it.
 */
export async function openSqliteStore(folder: string, noteCommit?: (units: number) => void): Promise<SqlStores> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const release = lockFolder(folder)
  const path = join(folder, 'trailpass.db')
  ownFile(path)
  const writer = open(path)
  // Kysely must not close the connection: it belongs to the writer.
  await migrate(new Kysely<Schema>({ dialect: new SqliteDialect({ database: writer.database }) }))
  const reader = open(path)
  const commit = createGroupCommit(writer.database, writer.run, noteCommit)

  // libsql crashes the process if a closed database is used.
  let isClosed = false
  const demandOpen = () => {
    if (isClosed) throw new AppError('storage.unavailable', { cause: new Error('closed'), retryAfterMs })
  }

  let scrubbing: NodeJS.Timeout | undefined
  async function scrub(): Promise<void> {
    demandOpen()
    await commit.drain()
    // The store may have been closed meanwhile.
    demandOpen()
    clearTimeout(scrubbing)
    if (!truncateLog(writer.database)) scrubbing = setTimeout(() => void scrub().catch(() => {}), scrubAgainMs)
  }

  const store: Store = {
    scrub,
    async write(unit) {
      demandOpen()
      return commit.enqueue(unit).catch((error) => Promise.reject(translate(error)))
    },
    async read(unit) {
      demandOpen()
      try {
        return reader.run(unit)
      } catch (error) {
        throw translate(error)
      }
    },
    async ping() {
      demandOpen()
      try {
        reader.database.prepare('select 1').get()
      } catch (cause) {
        throw new AppError('storage.unavailable', { cause, retryAfterMs })
      }
    },
    async close() {
      await commit.drain()
      clearTimeout(scrubbing)
      isClosed = true
      reader.database.close()
      writer.database.close()
      release()
    },
  }
  return createSqlStores(store, createSqliteDialect())
}
