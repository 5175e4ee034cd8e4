import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'

/** Those that tests of this file have had, by server. Making and dropping one takes far longer than emptying it. */
const idle = new Map<string, string[]>()

// As whoever wrote without leave: the audit refuses to be emptied.
const emptyAllTables = `do $$ declare name text; begin
  set local session_replication_role = replica;
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute format('delete from %I', name);
  end loop;
end $$`

/** The name of an empty database on the server that `url` names; a `template` gives it its tables. */
export async function takeDatabase(url: string, template = 'template1'): Promise<string> {
  const known = idle.get(url)?.pop()
  if (known !== undefined) {
    await administer(databaseUrl(url, known), [
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      emptyAllTables,
    ])
    return known
  }
  const name = `trailpass_test_${randomBytes(6).toString('hex')}`
  await administer(url, [`create database ${name} template ${template}`])
  return name
}

export function giveBackDatabase(url: string, name: string): void {
  idle.set(url, [...(idle.get(url) ?? []), name])
}

export const dropDatabase = (url: string, name: string): Promise<void> =>
  administer(url, [`drop database if exists ${name} with (force)`])

afterAll(async () => {
  for (const [url, names] of idle) for (const name of names) await dropDatabase(url, name)
  idle.clear()
})

export function databaseUrl(url: string, name: string): string {
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

async function administer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const sql of statements) await client.query(sql)
  } finally {
    await client.end()
  }
}
