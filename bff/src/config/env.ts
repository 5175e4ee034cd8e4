import * as z from 'zod'
import { Secret } from '../domain/secret.ts'

const text = z.string().trim().min(1, 'must not be blank')
const secret = text.transform((value) => new Secret(value))
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .transform((value) => value.replace(/\/+$/, ''))
const whole = (fallback: number, max: number) =>
  z.coerce.number({ error: 'must be a number' }).int().min(0).max(max).default(fallback)

/** Every environment variable the server reads, with its default. `.env.example` explains each. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: text.default('127.0.0.1'),
  PORT: whole(3000, 65_535),
  DATA_DIR: text.default('.data'),
  DATABASE_URL: text.optional(),
  MASTER_KEY: text
    .refine((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64')
    .transform((value) => new Secret(value))
    .optional(),
  WECHAT_API_URL: url.default('https://api.weixin.qq.com'),
  WECHAT_OAUTH_URL: url.default('https://open.weixin.qq.com'),
  WECHAT_API_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    ),
  WEAPP_APP_ID: text.optional(),
  WEAPP_APP_SECRET: secret.optional(),
  H5_APP_ID: text.optional(),
  H5_APP_SECRET: secret.optional(),
  PUBLIC_H5_URL: url.optional(),
  TRUSTED_PROXY_HOPS: whole(0, 16),
  RATE_LIMIT_FACTOR: z.coerce.number({ error: 'must be a number' }).positive().default(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export type Env = z.output<typeof envSchema>

export type EnvVariables = Record<string, string | undefined>

/** The only reader of the process environment. */
export const readProcessEnv = (): EnvVariables => process.env
