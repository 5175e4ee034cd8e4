import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Stores } from '../options.ts'

/** A database of its own on the server of `DATABASE_URL`, and a prefix of its own in Redis. */
export async function createScratchDatabase({ databaseUrl, redisUrl }: Stores) {
  const name = `trailpass_bench_${randomBytes(6).toString('hex')}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await admin(`create database ${name}`)
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    env: { DATABASE_URL: url.href, REDIS_URL: redisUrl, REDIS_PREFIX: name },
    drop: () => admin(`drop database ${name} with (force)`),
  }
}
