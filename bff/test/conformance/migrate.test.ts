import { expect, it } from 'vitest'
import { createPostgresStorage } from '../support/postgres-storage.ts'
import { type StorageKind, sqlite } from '../support/storages.ts'
import { withStorage } from '../support/with-storage.ts'

const { DATABASE_URL: url } = process.env
const postgres = url && ({ name: 'PostgreSQL', create: () => createPostgresStorage(url, { lasting: false }) } as const)
const kinds: StorageKind[] = [sqlite, ...(postgres ? [postgres] : [])]

it.each(kinds)('an older version starts on the schema of a newer one, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const newer = await storage.open()
    const at = new Date().toISOString()
    await newer.store.write(function* () {
      yield { sql: `insert into kysely_migration (name, timestamp) values ('9999_from_afar', '${at}')`, parameters: [] }
      yield { sql: 'alter table person add column from_afar text', parameters: [] }
    })
    await newer.store.close()

    const older = await storage.open()
    await older.store.write(() => older.people.insert({ id: 'p1', createdAt: new Date() }))
    expect(await older.store.read(() => older.people.find('p1'))).toMatchObject({ id: 'p1' })
    await older.store.close()
  }),
)

it.each(kinds.slice(1))('many processes migrate an empty database at once, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => storage.open()))
    for (const { store } of opened) await store.close()
  }),
)

it.each(kinds.slice(1))('an older version goes on when a newer one widens a table, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const [older, newer] = [await storage.open(), await storage.open()]
    const find = () => older.people.listConsents('p1')
    const read = () => Promise.all(Array.from({ length: 20 }, () => older.store.read(find)))
    await read()
    await newer.store.write(function* () {
      yield { sql: 'alter table consent add column from_afar text', parameters: [] }
    })
    expect(await read()).toEqual(Array(20).fill([]))
    expect(await older.store.write(find)).toEqual([])
    for (const { store } of [older, newer]) await store.close()
  }),
)

it.each(kinds.slice(1))('statements that a connection has lost are prepared again, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const { store, people } = await storage.open()
    const find = () => people.find('p1')
    const atOnce = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 30 }, run))
    await atOnce(() => store.read(find))
    await atOnce(() =>
      store.write(function* () {
        yield { sql: 'deallocate all', parameters: [] }
      }),
    )
    expect(await atOnce(() => store.write(find))).toEqual(Array(30).fill(undefined))
    expect(await atOnce(() => store.read(find))).toEqual(Array(30).fill(undefined))
    await store.close()
  }),
)
