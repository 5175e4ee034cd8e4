import { afterEach, beforeEach, describe } from 'vitest'
import type { SqlStores } from '../../src/adapters/sql/sql-stores.ts'
import { storages } from './storages.ts'
import type { TestStorage } from './test-storage.ts'

/** Describes a port once per storage; every test gets empty stores, by a function since they change with each test. */
export function forEachStorage(port: string, suite: (stores: () => SqlStores) => void): void {
  describe.each(storages)(`${port} on $name`, (kind) => {
    let storage: TestStorage
    let stores: SqlStores
    beforeEach(async () => {
      storage = await kind.create()
      stores = await storage.open()
    })
    afterEach(async () => {
      await stores.store.close()
      await storage.remove()
    })
    suite(() => stores)
  })
}
