import { join } from 'node:path'
import Database from 'libsql'
import { expect } from 'vitest'
import type { Stack } from './stack.ts'

/** What the embedded store's file says of itself; PostgreSQL looks after its own. */
export function expectIntegrity({ DATA_DIR = '', DATABASE_URL }: Stack['env']): void {
  if (DATABASE_URL !== undefined) return
  const database = new Database(join(DATA_DIR, 'trailpass.db'))
  expect(database.prepare('pragma integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
  database.close()
}
