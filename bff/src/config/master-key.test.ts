import { randomBytes } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTemporaryFolder, type TemporaryFolder } from '../../test/support/temporary-folder.ts'
import { ConfigError, loadConfig } from './config.ts'
import { loadMasterKeys } from './master-key.ts'

const key = randomBytes(32).toString('base64')
let folder: TemporaryFolder
beforeEach(async () => {
  folder = await createTemporaryFolder()
})
afterEach(() => folder.remove())

function keep(text: string, mode = 0o600): string {
  const path = join(folder.path, 'key')
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}
const load = (env: Record<string, string>) => loadMasterKeys(loadConfig({ DATA_DIR: folder.path, ...env }))

it('reads the keys from the environment, or from files of their own', () => {
  const path = keep(`${key}\n`)
  expect(load({ MASTER_KEY: key }).current.reveal()).toBe(key)
  const { current, next } = load({ NODE_ENV: 'production', MASTER_KEY_FILE: path, MASTER_KEY_NEXT_FILE: path })
  expect([current.reveal(), next?.reveal()]).toEqual([key, key])
})

it('makes a key into the data folder in development, and keeps to it', () => {
  const { current, next } = load({})
  expect([load({}).current.reveal(), next]).toEqual([current.reveal(), null])
})

it.skipIf(process.platform === 'win32').each([0o604, 0o644, 0o602, 0o666])('refuses a file of mode %o', (mode) => {
  expect(() => load({ MASTER_KEY_FILE: keep(key, mode) })).toThrow(/is readable by other users: chmod 600/)
})

it('takes a file that its group may read', () => {
  expect(load({ MASTER_KEY_FILE: keep(key, 0o640) }).current.reveal()).toBe(key)
})

it('says what is wrong with a file, and never what it holds', () => {
  for (const [path, words] of [
    [keep('canary-not-a-key'), 'does not contain 32 bytes'],
    [join(folder.path, 'none'), 'cannot read the master key (ENOENT)'],
  ] as const) {
    const loading = () => load({ MASTER_KEY_FILE: path })
    expect(loading).toThrow(ConfigError)
    expect(loading).toThrow(words)
    expect(loading).not.toThrow('canary')
  }
  expect(() => load({ MASTER_KEY: key, MASTER_KEY_FILE: '/x' })).toThrow('MASTER_KEY_FILE: conflicts with MASTER_KEY')
})
