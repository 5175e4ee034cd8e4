import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadConfig } from './config/config.ts'
import { openStores } from './context.ts'
import { explainFailure } from './start-failure.ts'

const failureOf = (variables: Record<string, string>): Promise<unknown> =>
  openStores(loadConfig({ NODE_ENV: 'test', ...variables })).then(() => 'it opened', explainFailure)

it('names the folder that cannot be made or written in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trailpass-'))
  writeFileSync(join(folder, 'file'), '')
  const words = await failureOf({ DATA_DIR: join(folder, 'file', 'data') })
  expect(words).toMatch(/^.*file.* cannot be used: ENOTDIR\.$/)
  rmSync(folder, { recursive: true })
})

it.runIf(process.env.DATABASE_URL)('says what PostgreSQL says, and no more than that', async () => {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = '/no_such_database'
  url.password = 'canary-password'
  const words = await failureOf({ DATABASE_URL: url.href })
  expect(words).toBe('PostgreSQL at DATABASE_URL says: database "no_such_database" does not exist.')
})
