import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTemporaryFolder, type TemporaryFolder } from '../../test/support/temporary-folder.ts'
import type { SqlStores } from '../adapters/sql/sql-stores.ts'
import { openSqliteStore } from '../adapters/sql/sqlite-store.ts'
import { Secret } from '../domain/secret.ts'
import { systemClock } from '../ports/clock.ts'
import { MasterKeyError, openKeyring } from './keyring-service.ts'

const createMasterKey = () => new Secret(randomBytes(32).toString('base64'))
const masterKey = createMasterKey()
const masterKeys = { current: masterKey, next: null }

let folder: TemporaryFolder
let stores: SqlStores
const open = (key = masterKey) =>
  openKeyring({ ...stores, masterKeys: { current: key, next: null }, clock: systemClock })

beforeEach(async () => {
  folder = await createTemporaryFolder()
  stores = await openSqliteStore(folder.path)
})
afterEach(async () => {
  await stores.store.close()
  await folder.remove()
})

it('makes keys of 32 bytes, all different', async () => {
  const keys = Object.values(await open())
  for (const key of keys) expect(key).toHaveLength(32)
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(keys.length)
})

it('opens the same keys every time, however many open at once', async () => {
  const opened = await Promise.all([open(), open(), open()])
  for (const keyring of [...opened, await open()]) expect(keyring).toEqual(opened[0])
})

it('stores no key in the clear', async () => {
  const keys = Object.values(await open())
  const stored = JSON.stringify(await stores.store.read(() => stores.keyring.list()))
  for (const key of keys) {
    for (const form of ['base64', 'base64url', 'hex'] as const) expect(stored).not.toContain(key.toString(form))
  }
})

it('refuses another master key, and a wrapped key that was moved to another purpose', async () => {
  await open()
  await expect(open(createMasterKey())).rejects.toThrow(MasterKeyError)

  const keyring = {
    ...stores.keyring,
    *list() {
      const listed = yield* stores.keyring.list()
      return listed.map((key, index) => (index === 0 ? { ...key, wrapped: listed[1]?.wrapped ?? '' } : key))
    },
  }
  const opening = openKeyring({ store: stores.store, keyring, masterKeys, clock: systemClock })
  await expect(opening).rejects.toThrow(MasterKeyError)
})
