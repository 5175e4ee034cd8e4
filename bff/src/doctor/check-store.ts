import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { AppContext } from '../context.ts'
import { type Finding, ok, unknown, wrong } from './finding.ts'

const scarceBytes = 512 * 1024 * 1024

export async function checkStore({ config, store }: AppContext): Promise<Finding[]> {
  const name = config.databaseUrl === null ? `SQLite in ${config.dataDir}` : 'PostgreSQL at DATABASE_URL'
  const begunAt = performance.now()
  try {
    await store.ping()
    const ms = Math.round(performance.now() - begunAt)
    return [ok('store', `${name} answers in ${ms} ms`), ok('master-key', 'unwraps the keys in the store')]
  } catch {
    return [wrong('store', `${name} does not answer`, { steps: ['Check its log and DATABASE_URL.'] })]
  }
}

/** The disk of the data folder, which holds the avatars even with PostgreSQL. */
export async function checkDisk({ config: { dataDir } }: AppContext): Promise<Finding[]> {
  try {
    const { bavail, bsize } = await statfs(existingPartOf(resolve(dataDir)))
    const free = `${Math.floor((bavail * bsize) / 1024 / 1024)} MB are free in ${dataDir}`
    return bavail * bsize >= scarceBytes
      ? [ok('disk', free)]
      : [wrong('disk', `only ${free}`, { steps: ['Free up disk space: writes will fail without it.'] })]
  } catch {
    return [unknown('disk', `cannot read the free space of ${dataDir}`)]
  }
}

/** With PostgreSQL, the folder is only created for the first avatar. */
const existingPartOf = (folder: string): string => (existsSync(folder) ? folder : existingPartOf(dirname(folder)))

export async function checkRedis({ config, pingRedis }: AppContext): Promise<Finding[]> {
  if (!pingRedis) {
    const words =
      config.databaseUrl === null
        ? 'not needed with one process'
        : 'not configured: each process counts rate limits for itself'
    return [ok('redis', words)]
  }
  if (await pingRedis()) return [ok('redis', 'answers')]
  const steps = ['Check that Redis runs at REDIS_URL.', 'Logins continue to work meanwhile; rate limits are stricter.']
  return [wrong('redis', 'Redis at REDIS_URL does not answer', { steps })]
}
