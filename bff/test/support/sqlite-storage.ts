import { join } from 'node:path'
import Database from 'libsql'
import { openSqliteStore } from '../../src/adapters/sql/sqlite-store.ts'
import { createTemporaryFolder } from './temporary-folder.ts'
import type { TestStorage } from './test-storage.ts'

/** In a folder of its own unless one is given, which the caller removes. */
export async function createSqliteStorage(path?: string): Promise<TestStorage> {
  const folder = path === undefined ? await createTemporaryFolder() : { path, remove: async () => {} }
  return {
    env: { DATA_DIR: folder.path },
    open: () => openSqliteStore(folder.path),
    async interrupt() {
      // Another writer that does not finish: the BFF waits for its busy timeout and gives up.
      const intruder = new Database(join(folder.path, 'trailpass.db'))
      intruder.exec('BEGIN IMMEDIATE')
      return async () => {
        intruder.close()
      }
    },
    remove: folder.remove,
  }
}
