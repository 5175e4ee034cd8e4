import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestStorage } from './test-storage.ts'

/** All that a storage holds, as whoever stole it would see it. */
export async function readEverything({ env }: TestStorage): Promise<string> {
  const rows = env.DATABASE_URL === undefined ? '' : await readTables(env.DATABASE_URL)
  const entries = await readdir(env.DATA_DIR, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')))
  return rows + texts.join('\n')
}

async function readTables(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await client.query(`select tablename from pg_tables where schemaname = 'public'`)
    const contents = []
    for (const { tablename } of tables.rows) contents.push((await client.query(`select * from "${tablename}"`)).rows)
    return JSON.stringify(contents)
  } finally {
    await client.end()
  }
}
