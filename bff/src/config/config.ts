import type { Platform } from '@trailpass/shared'
import type { Secret } from '../domain/secret.ts'
import type { App } from '../ports/identity-provider.ts'
import { type Env, type EnvVariables, envSchema } from './env.ts'
import { findWeChatUrlFaults } from './wechat-urls.ts'

export interface Config {
  production: boolean
  listen: { host: string; port: number }
  dataDir: string
  databaseUrl: string | null
  /** `null` in development until the first start has made one in the data folder. */
  masterKey: Secret | null
  wechat: { apiUrl: string }
  apps: (App & { platform: Platform })[]
  /** The one origin from which cookie sessions may write. */
  h5Origin: string | null
  trustedProxyHops: number
  rateLimitFactor: number
  logLevel: Env['LOG_LEVEL']
}

/** Lists every fault of the environment at once, in words, one to a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

/** An empty variable counts as absent. Throws ConfigError. */
export function loadConfig(variables: EnvVariables): Config {
  const env = parseEnv(variables)
  const production = env.NODE_ENV === 'production'
  const h5Url = env.PUBLIC_H5_URL ?? (production ? undefined : 'http://localhost:10086')
  return {
    production,
    listen: { host: env.HOST, port: env.PORT },
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    masterKey: env.MASTER_KEY ?? null,
    wechat: { apiUrl: env.WECHAT_API_URL },
    apps: [
      ...seedApp('weapp', env.WEAPP_APP_ID, env.WEAPP_APP_SECRET),
      ...seedApp('h5', env.H5_APP_ID, env.H5_APP_SECRET),
    ],
    h5Origin: h5Url ? new URL(h5Url).origin : null,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
    logLevel: env.LOG_LEVEL,
  }
}

/** Faults of single variables and of how they go together are told in one go. Throws ConfigError. */
function parseEnv(variables: EnvVariables): Env {
  const given = Object.entries(variables).filter(([, value]) => value !== '')
  const parsed = envSchema.safeParse(Object.fromEntries(given))
  const issues = parsed.error?.issues ?? []
  const faulty = new Set(issues.map(({ path }) => String(path[0])))
  // What cannot be read stands at its default while the others are compared.
  const env = parsed.data ?? envSchema.parse(Object.fromEntries(given.filter(([name]) => !faulty.has(name))))
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...findFaults(env).filter((fault) => !faulty.has(fault.split(':', 1)[0] ?? '')),
  ]
  if (faults.length > 0) throw new ConfigError(faults)
  return env
}

const seedApp = (platform: Platform, appId: string | undefined, secret: Secret | undefined) =>
  appId && secret ? [{ platform, appId, secret }] : []

function findFaults(env: Env): string[] {
  const faults: string[] = []
  const pair = (id: 'WEAPP_APP_ID' | 'H5_APP_ID', secret: 'WEAPP_APP_SECRET' | 'H5_APP_SECRET') => {
    if (env[id] && !env[secret]) faults.push(`${secret}: is missing beside ${id}`)
    if (env[secret] && !env[id]) faults.push(`${id}: is missing beside ${secret}`)
  }
  pair('WEAPP_APP_ID', 'WEAPP_APP_SECRET')
  pair('H5_APP_ID', 'H5_APP_SECRET')
  if (env.NODE_ENV !== 'production') return faults

  if (!env.MASTER_KEY) faults.push('MASTER_KEY: is required in production (32 random bytes in base64)')
  if (env.H5_APP_ID && !env.PUBLIC_H5_URL) faults.push('PUBLIC_H5_URL: is required in production beside H5_APP_ID')
  return [...faults, ...findWeChatUrlFaults(env)]
}
