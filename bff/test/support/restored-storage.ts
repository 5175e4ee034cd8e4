import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { backUpPostgres } from '../../src/adapters/sql/postgres-backup.ts'
import { restorePostgres } from '../../src/adapters/sql/postgres-restore.ts'
import { backUpSqlite } from '../../src/adapters/sql/sqlite-backup.ts'
import { restoreSqlite } from '../../src/adapters/sql/sqlite-restore.ts'
import { createPostgresStorage } from './postgres-storage.ts'
import { createSqliteStorage } from './sqlite-storage.ts'
import { createTemporaryFolder } from './temporary-folder.ts'
import type { TestStorage } from './test-storage.ts'

let backup: Promise<string> | undefined

/** Of an empty store; left to the system's own clearing of temporary files. */
async function makeBackup(): Promise<string> {
  const { path } = await createTemporaryFolder()
  const { store } = await (await createSqliteStorage(path)).open()
  await store.close()
  const file = join(path, 'empty.backup')
  await backUpSqlite({ dataDir: path, avatarFolder: join(path, 'avatars'), now: new Date() }, file, () => {})
  return file
}

/** The embedded storage as a restore leaves it. */
export async function createRestoredStorage(): Promise<TestStorage> {
  backup ??= makeBackup()
  const storage = await createSqliteStorage()
  const { DATA_DIR } = storage.env
  await restoreSqlite({ dataDir: DATA_DIR, avatarFolder: join(DATA_DIR, 'avatars') }, await backup)
  return storage
}

/** One that a restore has made, and of which others are copied: restoring for every test takes long. */
async function restoreOnce(url: string): Promise<TestStorage> {
  const [empty, restored] = [
    await createPostgresStorage(url, { lasting: false }),
    await createPostgresStorage(url, { lasting: false }),
  ]
  const { store } = await empty.open()
  await store.close()
  const folder = await createTemporaryFolder()
  const file = join(folder.path, 'empty.backup')
  await backUpPostgres({ ...placeOf(empty), now: new Date() }, file, () => {})
  await restorePostgres(placeOf(restored), file, () => {})
  await Promise.all([empty.remove(), folder.remove()])
  return restored
}

/** The same on PostgreSQL, for the tests of this file. */
export function prepareRestoredPostgres(url: string): () => Promise<TestStorage> {
  let restored: TestStorage | undefined
  beforeAll(async () => {
    restored = await restoreOnce(url)
  }, 120_000)
  afterAll(() => restored?.remove())
  return () => createPostgresStorage(url, { template: new URL(restored?.env.DATABASE_URL ?? '').pathname.slice(1) })
}

const placeOf = ({ env: { DATA_DIR, DATABASE_URL = '' } }: TestStorage) => ({
  databaseUrl: DATABASE_URL,
  dataDir: DATA_DIR,
  avatarFolder: join(DATA_DIR, 'avatars'),
})
