import { registrationModes } from '@trailpass/shared'
import * as z from 'zod'
import { payloadMaxAgeLimitSeconds } from '../domain/payload.ts'
import { Secret } from '../domain/secret.ts'
import { sessionPolicies } from '../domain/session.ts'
import type { LimitTable } from '../http/limits/limit-table.ts'
import { readRsaPrivateKey, readRsaPublicKey } from '../lib/rsa-keys.ts'
import { isMasterKey } from './is-master-key.ts'
import { readRateLimits } from './rate-limits.ts'

const text = z.string().trim().min(1, 'must not be blank')
const secret = text.transform((value) => new Secret(value))
const masterKey = text.refine(isMasterKey, 'must be 32 bytes in base64').transform((value) => new Secret(value))
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .transform((value) => value.replace(/\/+$/, ''))
const whole = (fallback: number, max: number) =>
  z.coerce.number({ error: 'must be a number' }).int().min(0).max(max).default(fallback)

const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
const verificationFile = /^(?:[\w-]{1,32}\/){0,3}[\w-]{1,64}\.txt=[\w-]{1,128}$/
const isOrigin = (value: string) => URL.canParse(value) && new URL(value).origin === value
const rateLimits = z
  .string()
  .default('')
  .transform((value, context): LimitTable => {
    try {
      return readRateLimits(value)
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : 'cannot be read')
      return z.NEVER
    }
  })

/** Every environment variable the server reads, with its default. `.env.example` explains each. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: text.default('127.0.0.1'),
  PORT: whole(3000, 65_535),
  OPERATOR_HOST: text.default('127.0.0.1'),
  OPERATOR_PORT: whole(3001, 65_535),
  OPERATOR_TOKEN: text
    .regex(/^\S{32,}$/, 'must be 32 characters or more, without spaces')
    .transform((value) => new Secret(value))
    .optional(),
  DATA_DIR: text.default('.data'),
  DATABASE_URL: text.optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis or rediss URL' }).optional(),
  REDIS_PREFIX: text.regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, ".", "-" or "_"').default('trailpass'),
  MASTER_KEY: masterKey.optional(),
  MASTER_KEY_FILE: text.optional(),
  MASTER_KEY_NEXT: masterKey.optional(),
  MASTER_KEY_NEXT_FILE: text.optional(),
  WECHAT_API_URL: url.default('https://api.weixin.qq.com'),
  WECHAT_OAUTH_URL: url.default('https://open.weixin.qq.com'),
  WECHAT_API_ALLOWED_HOSTS: list,
  WECHAT_VERIFY_FILES: list
    .refine((files) => files.every((file) => verificationFile.test(file)), 'must be name.txt=content, …')
    .transform((files) => new Map(files.map((file) => file.split('=', 2) as [string, string]))),
  WEAPP_APP_ID: text.optional(),
  WEAPP_APP_SECRET: secret.optional(),
  WEAPP_PUSH_TOKEN: text
    .regex(/^[A-Za-z0-9]{3,32}$/, 'must be 3 to 32 letters and digits')
    .transform((value) => new Secret(value))
    .optional(),
  WEAPP_PUSH_AES_KEY: text
    .regex(/^[A-Za-z0-9]{43}$/, 'must be 43 letters and digits')
    .transform((value) => new Secret(value))
    .optional(),
  H5_APP_ID: text.optional(),
  H5_APP_SECRET: secret.optional(),
  ALIPAY_API_URL: url.default('https://openapi.alipay.com'),
  ALIPAY_API_ALLOWED_HOSTS: list,
  ALIPAY_APP_ID: text.optional(),
  ALIPAY_PRIVATE_KEY: text
    .refine((value) => readRsaPrivateKey(value) !== undefined, 'must be an RSA private key, in PEM or base64')
    .transform((value) => new Secret(value))
    .optional(),
  ALIPAY_PUBLIC_KEY: text
    .refine((value) => readRsaPublicKey(value) !== undefined, 'must be an RSA public key, in PEM or base64')
    .optional(),
  DOUYIN_API_URL: url.default('https://developer.toutiao.com'),
  DOUYIN_API_ALLOWED_HOSTS: list,
  DOUYIN_APP_ID: text.optional(),
  DOUYIN_APP_SECRET: secret.optional(),
  PUBLIC_URL: url.optional(),
  APP_SECRET_OVERLAP_SECONDS: whole(600, 86_400),
  PUBLIC_H5_URL: url.optional(),
  REGISTRATION_MODE: z.enum(registrationModes).default('native'),
  CORS_ORIGINS: list.refine((origins) => origins.every(isOrigin), 'must be origins such as https://example.com'),
  TRUSTED_PROXY_HOPS: whole(0, 16),
  MAX_CONNECTIONS: whole(20_000, 1_000_000),
  STOP_LEAD_SECONDS: whole(0, 5),
  RATE_LIMITS: rateLimits,
  RATE_LIMIT_FACTOR: z.coerce.number({ error: 'must be a number' }).positive().default(1),
  SESSION_POLICY: z.enum(sessionPolicies).default('own'),
  SESSION_KEY_GRACE_SECONDS: whole(600, 86_400),
  PAYLOAD_MAX_AGE_SECONDS: whole(600, payloadMaxAgeLimitSeconds),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export type Env = z.output<typeof envSchema>

export type EnvVariables = Record<string, string | undefined>

/** The only reader of settings in the process environment. */
export const readProcessEnv = (): EnvVariables => process.env
