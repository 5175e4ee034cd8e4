import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** Where the BFF of one stack keeps things. */
export interface Storage {
  env: { DATA_DIR: string; DATABASE_URL?: string; REDIS_URL?: string; REDIS_PREFIX?: string }
  remove(): Promise<void>
}

/** An empty folder; under `test:scaled` with an empty database and a corner of Redis beside it. */
export async function createStorage(): Promise<Storage> {
  const folder = await mkdtemp(join(tmpdir(), 'trailpass-'))
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  const { TEST_SCALED_ONLY, DATABASE_URL: server, REDIS_URL = '' } = process.env
  if (!TEST_SCALED_ONLY || !server) return { env: { DATA_DIR: folder }, remove: removeFolder }

  const name = `trailpass_e2e_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name}`)
  const own = new URL(server)
  own.pathname = `/${name}`
  return {
    env: { DATA_DIR: folder, DATABASE_URL: own.href, REDIS_URL, REDIS_PREFIX: name },
    async remove() {
      await administer(server, `drop database ${name} with (force)`)
      await removeFolder()
    },
  }
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
