import { openPostgresStore } from '../../src/adapters/sql/postgres-store.ts'
import { databaseUrl, dropDatabase, giveBackDatabase, takeDatabase } from './postgres-databases.ts'
import { startTcpProxy } from './tcp-proxy.ts'
import { createTemporaryFolder } from './temporary-folder.ts'
import type { TestStorage } from './test-storage.ts'

/**
 * A database of its own on the server that `url` names, reached over a wire that can be cut, beside the Redis that
 * `REDIS_URL` names, if it does. One that is not `lasting` serves no other test: its schema may be changed, or its
 * server be gone in the end.
 */
export async function createPostgresStorage(
  url: string,
  { lasting = true, template }: { lasting?: boolean; template?: string } = {},
): Promise<TestStorage> {
  const name = await takeDatabase(url, template)
  const folder = await createTemporaryFolder()
  const server = new URL(url)
  const proxy = await startTcpProxy({ host: server.hostname, port: Number(server.port || 5432) })
  const own = new URL(databaseUrl(url, name))
  own.host = `127.0.0.1:${proxy.port}`
  // No test cuts the power of this server, so none has to wait for its disk.
  if (lasting) own.searchParams.set('options', '-c synchronous_commit=off')
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
      if (lasting) giveBackDatabase(url, name)
      else await dropDatabase(url, name)
      await folder.remove()
    },
  }
}
