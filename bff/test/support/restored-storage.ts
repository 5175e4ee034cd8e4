import { join } from 'node:path'
import { backUpSqlite } from '../../src/adapters/sql/sqlite-backup.ts'
import { restoreSqlite } from '../../src/adapters/sql/sqlite-restore.ts'
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
