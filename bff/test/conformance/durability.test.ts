import { expect, it } from 'vitest'
import { FolderInUseError } from '../../src/domain/folder-in-use-error.ts'
import { sqlite, storages } from '../support/storages.ts'

it.each(storages)('what was written before closing is there after opening, on $name', async (kind) => {
  const storage = await kind.create()
  const first = await storage.open()
  const written = first.store.write(() => first.people.insert({ id: 'p1', createdAt: new Date(5) }))
  await first.store.close()
  await written

  const second = await storage.open()
  expect(await second.store.read(() => second.people.find('p1'))).toMatchObject({ id: 'p1', createdAt: new Date(5) })
  await second.store.close()
  await storage.remove()
})

it('SQLite: a folder belongs to one holder at a time', async () => {
  const storage = await sqlite.create()
  const { store } = await storage.open()
  await expect(storage.open()).rejects.toThrow(FolderInUseError)
  await store.ping()
  await store.close()
  const again = await storage.open()
  await again.store.close()
  await storage.remove()
})

it.skipIf(storages.length === 1)('PostgreSQL: several processes may start on an empty database at once', async () => {
  const storage = await storages[1]?.create()
  if (!storage) return
  const opened = await Promise.all([storage.open(), storage.open(), storage.open()])
  const [one, other] = opened
  await one.store.write(() => one.people.insert({ id: 'p1', createdAt: new Date(5) }))
  expect(await other.store.read(() => other.people.find('p1'))).toBeDefined()
  await Promise.all(opened.map(({ store }) => store.close()))
  await storage.remove()
})
