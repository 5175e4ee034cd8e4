import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqliteStore } from './sqlite-store.ts'

const modes = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]))

it.skipIf(process.platform === 'win32')(
  'its files are for nobody else to read, in a folder that was there and others may enter',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trailpass-'))
    chmodSync(folder, 0o755)
    const own = { 'lock.db': '600', 'trailpass.db': '600', 'trailpass.db-shm': '600', 'trailpass.db-wal': '600' }
    const expectOwn = () => {
      expect(modes(folder)).toMatchObject(own)
      expect(new Set(Object.values(modes(folder)))).toEqual(new Set(['600']))
    }
    const { store } = await openSqliteStore(folder)
    expectOwn()
    await store.close()

    // As versions before left them.
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644)
    const again = await openSqliteStore(folder)
    expectOwn()
    await again.store.close()
    rmSync(folder, { recursive: true })
  },
)
