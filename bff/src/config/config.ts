import type { Platform, RegistrationMode } from '@trailpass/shared'
import type { PushSettings } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'
import type { SessionPolicy } from '../domain/session.ts'
import type { LimitTable } from '../http/limits/limit-table.ts'
import { isKeyPair } from '../lib/rsa-keys.ts'
import { type Env, type EnvVariables, envSchema } from './env.ts'
import { findPlatformUrlFaults } from './platform-urls.ts'

/** A key of 32 bytes in base64, or the path of the file that holds it. */
export type KeySource = Secret | string

export interface Config {
  production: boolean
  listen: { host: string; port: number }
  /** The operator's port: commands, metrics, detailed health; closed without a token. */
  operator: { host: string; port: number; token: Secret | null }
  dataDir: string
  databaseUrl: string | null
  /** `prefix` is prepended to every key and channel. */
  redis: { url: string; prefix: string } | null
  /** `null` in development until the first start has created one in the data folder. */
  masterKey: KeySource | null
  /** During a rotation: the new master key. */
  nextMasterKey: KeySource | null
  /** `verifyFiles`: WeChat's verification files, by path. */
  wechat: { apiUrl: string; verifyFiles: ReadonlyMap<string, string> }
  /** Alipay's public key, which verifies its responses; `null` without an Alipay app. */
  alipay: { apiUrl: string; publicKey: string | null }
  douyin: { apiUrl: string }
  /** The public address of this server, from which platforms fetch content they check. */
  publicUrl: string | null
  /** The apps with which the store is seeded. One without a secret is only named; its secret must be in the vault. */
  apps: { platform: Platform; appId: string; secret: Secret | null; push: PushSettings | null }[]
  /** How long a replaced AppSecret is still tried when the platform rejects the new one. */
  secretOverlapMs: number
  /** Where the web client is served. */
  h5Url: string | null
  /** The only origin from which cookie sessions may write. */
  h5Origin: string | null
  registrationMode: RegistrationMode
  trustedProxyHops: number
  rateLimits: { table: LimitTable; factor: number }
  /** Other origins whose pages may call with a bearer token. */
  corsOrigins: readonly string[]
  maxConnections: number
  /** How long it keeps serving, no longer ready, before it stops. */
  stopLeadMs: number
  sessionPolicy: SessionPolicy
  /** How long the previous key still opens payloads. */
  sessionKeyGraceMs: number
  /** The maximum age of a payload, by the platform's timestamp. */
  payloadMaxAgeMs: number
  logLevel: Env['LOG_LEVEL']
}

/** Lists all configuration errors at once, one per line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(`The environment is not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.faults = faults
  }
}

/** Reads the environment. An empty variable counts as absent. Throws ConfigError. */
export function loadConfig(variables: EnvVariables): Config {
  const env = parseEnv(variables)
  const production = env.NODE_ENV === 'production'
  const h5Url = env.PUBLIC_H5_URL ?? (production ? undefined : 'http://localhost:10086')
  return {
    production,
    listen: { host: env.HOST, port: env.PORT },
    operator: { host: env.OPERATOR_HOST, port: env.OPERATOR_PORT, token: env.OPERATOR_TOKEN ?? null },
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    redis: env.REDIS_URL ? { url: env.REDIS_URL, prefix: env.REDIS_PREFIX } : null,
    masterKey: env.MASTER_KEY ?? env.MASTER_KEY_FILE ?? null,
    nextMasterKey: env.MASTER_KEY_NEXT ?? env.MASTER_KEY_NEXT_FILE ?? null,
    wechat: { apiUrl: env.WECHAT_API_URL, verifyFiles: env.WECHAT_VERIFY_FILES },
    alipay: { apiUrl: env.ALIPAY_API_URL, publicKey: env.ALIPAY_PUBLIC_KEY ?? null },
    douyin: { apiUrl: env.DOUYIN_API_URL },
    apps: [
      ...seedApp('weapp', env.WEAPP_APP_ID, env.WEAPP_APP_SECRET, readPush(env)),
      ...seedApp('h5', env.H5_APP_ID, env.H5_APP_SECRET),
      ...seedApp('alipay', env.ALIPAY_APP_ID, env.ALIPAY_PRIVATE_KEY),
      ...seedApp('tt', env.DOUYIN_APP_ID, env.DOUYIN_APP_SECRET),
    ],
    publicUrl: env.PUBLIC_URL ?? (production || env.PORT === 0 ? null : `http://127.0.0.1:${env.PORT}`),
    secretOverlapMs: env.APP_SECRET_OVERLAP_SECONDS * 1000,
    h5Url: h5Url ?? null,
    h5Origin: h5Url ? new URL(h5Url).origin : null,
    registrationMode: env.REGISTRATION_MODE,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    rateLimits: { table: env.RATE_LIMITS, factor: env.RATE_LIMIT_FACTOR },
    corsOrigins: env.CORS_ORIGINS,
    maxConnections: env.MAX_CONNECTIONS,
    stopLeadMs: env.STOP_LEAD_SECONDS * 1000,
    sessionPolicy: env.SESSION_POLICY,
    sessionKeyGraceMs: env.SESSION_KEY_GRACE_SECONDS * 1000,
    payloadMaxAgeMs: env.PAYLOAD_MAX_AGE_SECONDS * 1000,
    logLevel: env.LOG_LEVEL,
  }
}

/** Reports errors of single variables and of combinations together. Throws ConfigError. */
function parseEnv(variables: EnvVariables): Env {
  const given = Object.entries(variables).filter(([, value]) => value !== '')
  const parsed = envSchema.safeParse(Object.fromEntries(given))
  const issues = parsed.error?.issues ?? []
  const faulty = new Set(issues.map(({ path }) => String(path[0])))
  // Invalid variables take their defaults while the combinations are checked.
  const env = parsed.data ?? envSchema.parse(Object.fromEntries(given.filter(([name]) => !faulty.has(name))))
  const faults = [
    ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...findFaults(env).filter((fault) => !faulty.has(fault.split(':', 1)[0] ?? '')),
  ]
  if (faults.length > 0) throw new ConfigError(faults)
  return env
}

const seedApp = (
  platform: Platform,
  appId: string | undefined,
  secret: Secret | undefined,
  push: PushSettings | null = null,
) => (appId ? [{ platform, appId, secret: secret ?? null, push }] : [])

const readPush = ({ WEAPP_PUSH_TOKEN: token, WEAPP_PUSH_AES_KEY: aesKey }: Env): PushSettings | null =>
  token ? { token, aesKey: aesKey ?? null } : null

/** The first variable requires the second. An AppID is valid alone, because the vault can have its secret. */
const demanding = [
  ['WEAPP_APP_SECRET', 'WEAPP_APP_ID'],
  ['WEAPP_PUSH_TOKEN', 'WEAPP_APP_ID'],
  ['WEAPP_PUSH_AES_KEY', 'WEAPP_PUSH_TOKEN'],
  ['H5_APP_SECRET', 'H5_APP_ID'],
  ['ALIPAY_PRIVATE_KEY', 'ALIPAY_APP_ID'],
  ['ALIPAY_PRIVATE_KEY', 'ALIPAY_PUBLIC_KEY'],
  ['DOUYIN_APP_SECRET', 'DOUYIN_APP_ID'],
] as const satisfies readonly (readonly [given: keyof Env, demanded: keyof Env])[]

function findFaults(env: Env): string[] {
  const faults = demanding
    .filter(([given, demanded]) => env[given] && !env[demanded])
    .map(([given, demanded]) => `${demanded}: is required with ${given}`)
  for (const name of ['MASTER_KEY', 'MASTER_KEY_NEXT'] as const) {
    if (env[name] && env[`${name}_FILE`]) faults.push(`${name}_FILE: conflicts with ${name}; set only one of them`)
  }
  const { ALIPAY_PRIVATE_KEY: ours, ALIPAY_PUBLIC_KEY: theirs } = env
  if (ours && theirs && isKeyPair(ours.reveal(), theirs)) {
    faults.push(
      "ALIPAY_PUBLIC_KEY: is the public key of ALIPAY_PRIVATE_KEY; set Alipay's own key, shown next to it in the console",
    )
  }
  if (env.NODE_ENV !== 'production') return faults

  if (!env.MASTER_KEY && !env.MASTER_KEY_FILE) {
    faults.push('MASTER_KEY: is required in production (32 random bytes in base64), or MASTER_KEY_FILE')
  }
  if (env.H5_APP_ID && !env.PUBLIC_H5_URL) faults.push('PUBLIC_H5_URL: is required in production with H5_APP_ID')
  if (env.REGISTRATION_MODE === 'web' && !env.PUBLIC_H5_URL) {
    faults.push('PUBLIC_H5_URL: is required in production for REGISTRATION_MODE=web')
  }
  return [...faults, ...findPlatformUrlFaults(env)]
}
