import { answersAt } from '../lib/answers-at.ts'

export interface StoreUrls {
  DATABASE_URL: string
  REDIS_URL: string
}

const usual: StoreUrls = {
  DATABASE_URL: 'postgres://root@127.0.0.1:5432/test',
  REDIS_URL: 'redis://127.0.0.1:6379',
}
const usualPorts: StoreUrlPorts = { DATABASE_URL: 5432, REDIS_URL: 6379 }
const products: Record<keyof StoreUrls, string> = { DATABASE_URL: 'PostgreSQL', REDIS_URL: 'Redis' }

type StoreUrlPorts = Record<keyof StoreUrls, number>

/** Where the scaled stores are: as the environment says, else on this machine. `faults` tell in words what is not. */
export async function findStores(env: NodeJS.ProcessEnv): Promise<{ urls: StoreUrls; faults: string[] }> {
  const urls: StoreUrls = {
    DATABASE_URL: env.DATABASE_URL || usual.DATABASE_URL,
    REDIS_URL: env.REDIS_URL || usual.REDIS_URL,
  }
  const names = ['DATABASE_URL', 'REDIS_URL'] as const
  const faults = await Promise.all(names.map((name) => faultAt(name, urls[name])))
  return { urls, faults: faults.filter((fault) => fault !== undefined) }
}

async function faultAt(name: keyof StoreUrls, text: string): Promise<string | undefined> {
  if (!URL.canParse(text)) return `${name} is not an address`
  const url = new URL(text)
  const port = Number(url.port || usualPorts[name])
  if (await answersAt(url.hostname, port)) return undefined
  return `${products[name]} does not answer at ${url.hostname}:${port} (start it there, or set ${name})`
}
