import { expect, it } from 'vitest'
import { FolderInUseError } from '../../src/domain/folder-in-use-error.ts'
import { sqlite, storages } from '../support/storages.ts'
import { withStorage } from '../support/with-storage.ts'

it.each(storages)('what was written before closing is there after opening, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const first = await storage.open()
    const written = first.store.write(() => first.people.insert({ id: 'p1', createdAt: new Date(5) }))
    await first.store.close()
    await written

    const second = await storage.open()
    expect(await second.store.read(() => second.people.find('p1'))).toMatchObject({ id: 'p1', createdAt: new Date(5) })
    await second.store.close()
  }),
)

it('a folder of SQLite belongs to one holder at a time', () =>
  withStorage(sqlite, async (storage) => {
    const { store } = await storage.open()
    await expect(storage.open()).rejects.toThrow(FolderInUseError)
    await store.ping()
    await store.close()
    const again = await storage.open()
    await again.store.close()
  }))

it.each(storages.filter(({ name }) => name === 'PostgreSQL'))('several may open an empty $name at once', (kind) =>
  withStorage(kind, async (storage) => {
    const opened = await Promise.all([storage.open(), storage.open(), storage.open()])
    const [one, other] = opened
    await one.store.write(() => one.people.insert({ id: 'p1', createdAt: new Date(5) }))
    expect(await other.store.read(() => other.people.find('p1'))).toBeDefined()
    await Promise.all(opened.map(({ store }) => store.close()))
  }),
)
