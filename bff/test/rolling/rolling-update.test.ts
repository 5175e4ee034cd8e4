import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createPostgresStorage } from '../support/postgres-storage.ts'
import { withStorage } from '../support/with-storage.ts'
import { type RecordedStatements, recordStatements } from './record-statements.ts'

const { DATABASE_URL: url = '', RECORD_STATEMENTS: file } = process.env
// What the version before the newest migration says to PostgreSQL: written by `recordStatements` as it was then.
const recording = new URL('./statements-before-0011.json', import.meta.url)
const previous = JSON.parse(readFileSync(recording, 'utf8')) as RecordedStatements

/** On a database of the present schema, which may be spoiled. */
const onPresentSchema = (use: (client: pg.Client) => Promise<void>) =>
  withStorage({ name: 'PostgreSQL', create: () => createPostgresStorage(url, { lasting: false }) }, async (storage) => {
    const { store } = await storage.open()
    await store.close()
    const client = new pg.Client({ connectionString: storage.env.DATABASE_URL })
    await client.connect()
    await use(client).finally(() => client.end())
  })

/** Columns by table that an insert has to give a value. */
async function readDemands(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and is_nullable = 'NO' and column_default is null`,
  )
  const demands = new Map<string, string[]>()
  for (const { table_name, column_name } of rows) {
    demands.set(table_name, [...(demands.get(table_name) ?? []), column_name])
  }
  return demands
}

const inserted = /^insert into "(?<table>\w+)" \((?<columns>[^)]*)\)/

/** Statements of the previous version that the present schema would refuse, and why. */
async function findRefused(client: pg.Client): Promise<string[]> {
  const demands = await readDemands(client)
  const refused: string[] = []
  for (const sql of previous.statements) {
    await client.query(`prepare recorded as ${sql}`).then(
      () => client.query('deallocate recorded'),
      (error: Error) => refused.push(`${error.message}: ${sql}`),
    )
    const { table = '', columns = '' } = inserted.exec(sql)?.groups ?? {}
    const missing = (demands.get(table) ?? []).filter((column) => !columns.includes(`"${column}"`))
    if (table !== '' && missing.length > 0) refused.push(`${missing.join(', ')} is missing: ${sql}`)
  }
  return refused
}

describe.skipIf(url === '')('a rolling update', () => {
  it('lets the previous version read and write on the present schema', async () => {
    const present = await recordStatements()
    expect(present.migrations).toEqual(expect.arrayContaining(previous.migrations))
    expect(present.migrations.length).toBeGreaterThan(previous.migrations.length)
    expect(previous.statements.length).toBeGreaterThan(100)
    await onPresentSchema(async (client) => expect(await findRefused(client)).toEqual([]))
  })

  it('would be refused a migration that takes a column away, or adds one that wants a value', () =>
    onPresentSchema(async (client) => {
      await client.query('alter table person drop column nickname')
      await client.query('alter table device add column colour text not null')
      const refused = (await findRefused(client)).join('\n')
      expect(refused).toContain('column "nickname"')
      expect(refused).toContain('colour is missing: insert into "device"')
    }))
})

it.runIf(file)('is recorded for the version after this one', async () => {
  writeFileSync(file ?? '', `${JSON.stringify(await recordStatements(), null, 2)}\n`)
})
