import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret } from '../domain/secret.ts'
import { type Config, ConfigError } from './config.ts'

/**
 * The configured master key, or in development one that is made into the data folder at the first start.
 * Throws ConfigError when the kept key is damaged.
 */
export function loadMasterKey({ masterKey, dataDir }: Pick<Config, 'masterKey' | 'dataDir'>): Secret {
  if (masterKey) return masterKey
  const path = join(dataDir, 'master.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const text = readFileSync(path, 'utf8').trim()
  if (Buffer.from(text, 'base64').length !== 32) throw new ConfigError([`${path}: does not hold 32 bytes in base64`])
  return new Secret(text)
}
