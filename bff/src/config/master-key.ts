import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret } from '../domain/secret.ts'
import { type Config, ConfigError, type KeySource } from './config.ts'
import { isMasterKey } from './is-master-key.ts'

/** The permission bits of other users. */
const othersMask = 0o007

/**
 * Returns the configured master keys; in development, creates one in the data folder at the first start. Throws
 * ConfigError for a key file that is missing, damaged, or readable by other users.
 */
export function loadMasterKeys({
  masterKey,
  nextMasterKey,
  dataDir,
}: Pick<Config, 'masterKey' | 'nextMasterKey' | 'dataDir'>): { current: Secret; next: Secret | null } {
  return {
    current: masterKey === null ? loadOwnKey(dataDir) : read(masterKey),
    next: nextMasterKey === null ? null : read(nextMasterKey),
  }
}

function loadOwnKey(dataDir: string): Secret {
  const path = join(dataDir, 'master.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readKeyFile(path)
}

const read = (source: KeySource): Secret => (typeof source === 'string' ? readKeyFile(source) : source)

function readKeyFile(path: string): Secret {
  const text = attempt(path, () => readFileSync(path, 'utf8').trim())
  // Windows has no such modes and reports 0666 for every file.
  const isOpenToAll = process.platform !== 'win32' && (statSync(path).mode & othersMask) !== 0
  if (isOpenToAll) {
    throw new ConfigError([`${path}: contains the master key and is readable by other users: chmod 600 ${path}`])
  }
  if (!isMasterKey(text)) throw new ConfigError([`${path}: does not contain 32 bytes in base64`])
  return new Secret(text)
}

function attempt(path: string, act: () => string): string {
  try {
    return act()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigError([`${path}: cannot read the master key (${code ?? 'unknown'})`])
  }
}
