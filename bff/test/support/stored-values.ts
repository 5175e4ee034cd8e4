import { join } from 'node:path'
import Database from 'libsql'
import pg from 'pg'
import type { TestStorage } from './test-storage.ts'

/** Every text in every column of every table, as whoever stole the database would read them. */
export async function readStoredValues(storage: TestStorage): Promise<string[]> {
  const values = (await readRows(storage)).flatMap(([, row]) => Object.values(row))
  return [...new Set(values.filter((value) => typeof value === 'string'))]
}

/** The ids of everybody there is. */
export async function readStoredPeople(storage: TestStorage): Promise<ReadonlySet<unknown>> {
  return new Set((await readRows(storage)).flatMap(([table, row]) => (table === 'person' ? [row.id] : [])))
}

const readRows = ({ env }: TestStorage): Promise<TableRow[]> =>
  env.DATABASE_URL === undefined ? Promise.resolve(readSqlite(env.DATA_DIR)) : readPostgres(env.DATABASE_URL)

type Row = Record<string, unknown>
type TableRow = [table: string, row: Row]

function readSqlite(folder: string): TableRow[] {
  const database = new Database(join(folder, 'trailpass.db'), { readonly: true })
  try {
    const tables = database.prepare(`select name from sqlite_master where type = 'table'`).all() as { name: string }[]
    const read = (name: string) => database.prepare(`select * from "${name}"`).all() as Row[]
    return tables.flatMap(({ name }) => read(name).map((row): TableRow => [name, row]))
  } finally {
    database.close()
  }
}

async function readPostgres(url: string): Promise<TableRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query(`select tablename from pg_tables where schemaname = 'public'`)
    const rows: TableRow[] = []
    for (const { tablename } of tables) {
      const { rows: found } = await client.query<Row>(`select * from "${tablename}"`)
      rows.push(...found.map((row): TableRow => [tablename, row]))
    }
    return rows
  } finally {
    await client.end()
  }
}
