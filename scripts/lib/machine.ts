import { once } from 'node:events'
import { connect } from 'node:net'
import { availableParallelism, totalmem } from 'node:os'
import pg from 'pg'
import type { StoreUrls } from '../test/stores.ts'

/** What a measurement depends on. */
export interface Machine extends StoreVersions {
  cores: number
  memoryGb: number
  node: string
}

export interface StoreVersions {
  postgres: string
  redis: string
}

export async function describeMachine(urls: StoreUrls): Promise<Machine> {
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return { cores: availableParallelism(), memoryGb, node: process.versions.node, ...(await askVersions(urls)) }
}

export async function askVersions({ DATABASE_URL, REDIS_URL }: StoreUrls): Promise<StoreVersions> {
  const [postgres, redis] = await Promise.all([postgresVersion(DATABASE_URL), redisVersion(REDIS_URL)])
  return { postgres, redis }
}

async function postgresVersion(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version.split(' ')[0] ?? 'unknown'
  } finally {
    await client.end()
  }
}

async function redisVersion(url: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port || 6379) }).setEncoding('utf8')
  socket.write('INFO server\r\n')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
    // Who wants a password answers in one line.
    if (/redis_version:\S+\r\n|^-/.test(text)) socket.end()
  })
  await once(socket, 'close')
  return /redis_version:(\S+)/.exec(text)?.[1] ?? 'unknown'
}
