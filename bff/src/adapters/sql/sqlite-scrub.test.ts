import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openSqliteStore } from './sqlite-store.ts'

it('waits for nobody who reads the log, and empties it once they are gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trailpass-scrub-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { store, people } = await openSqliteStore(folder)
  onTestFinished(() => store.close())
  const log = join(folder, 'trailpass.db-wal')
  const insert = (id: string) => store.write(() => people.insert({ id, createdAt: new Date(0) }))
  await insert('p1')

  const backup = new Database(join(folder, 'trailpass.db'))
  backup.exec('begin; select count(*) from person')
  await insert('p2')
  const startedAt = performance.now()
  await store.scrub()
  expect(performance.now() - startedAt).toBeLessThan(1000)
  expect(statSync(log).size).toBeGreaterThan(0)

  backup.exec('rollback')
  await vi.waitUntil(() => !existsSync(log) || statSync(log).size === 0, 10_000)
  backup.close()
})
