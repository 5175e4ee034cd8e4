import type { StorageKind } from './storages.ts'
import type { TestStorage } from './test-storage.ts'

/** Uses an empty storage, and removes it whatever comes of it. */
export async function withStorage(kind: StorageKind, use: (storage: TestStorage) => Promise<void>): Promise<void> {
  const storage = await kind.create()
  try {
    await use(storage)
  } finally {
    await storage.remove()
  }
}
