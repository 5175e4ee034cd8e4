import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { openPostgresStore } from '../../src/adapters/sql/postgres-store.ts'
import { startTcpProxy } from './tcp-proxy.ts'
import { createTemporaryFolder } from './temporary-folder.ts'
import type { TestStorage } from './test-storage.ts'

/**
 * A database of its own on the server that `url` names, reached over a wire that can be cut, beside the Redis that
 * `REDIS_URL` names, if it does.
 */
export async function createPostgresStorage(url: string): Promise<TestStorage> {
  const name = `trailpass_test_${randomBytes(6).toString('hex')}`
  await administer(url, `create database ${name}`)
  const folder = await createTemporaryFolder()
  const server = new URL(url)
  const proxy = await startTcpProxy({ host: server.hostname, port: Number(server.port || 5432) })
  const own = new URL(url)
  own.host = `127.0.0.1:${proxy.port}`
  own.pathname = `/${name}`
  return {
    env: {
      DATA_DIR: folder.path,
      DATABASE_URL: own.href,
      ...(process.env.REDIS_URL && { REDIS_URL: process.env.REDIS_URL, REDIS_PREFIX: name }),
    },
    open: () => openPostgresStore(own.href),
    async interrupt() {
      await proxy.cut()
      return proxy.mend
    },
    async remove() {
      await proxy.cut()
      await administer(url, `drop database ${name} with (force)`)
      await folder.remove()
    },
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
