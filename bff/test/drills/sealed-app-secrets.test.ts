import { expect, it } from 'vitest'
import type { SqlStores } from '../../src/adapters/sql/sql-stores.ts'
import type { AppRecord, SealedAppSecret } from '../../src/domain/registered-app.ts'
import { Secret } from '../../src/domain/secret.ts'
import { systemClock } from '../../src/ports/clock.ts'
import { figure } from '../support/figure.ts'
import { openVault } from '../support/open-vault.ts'
import { storages } from '../support/storages.ts'
import { withStorage } from '../support/with-storage.ts'

const swaps = figure('swaps', 20)

async function openVaultWithApps(stores: SqlStores) {
  const opened = await openVault(stores, { clock: systemClock })
  return {
    ...opened,
    async addApp(appId: string): Promise<AppRecord> {
      const key = { platform: 'weapp', appId } as const
      const fields = { label: appId, state: 'active', secretVersion: 0, createdAt: new Date() } as const
      await stores.store.write(() => stores.registeredApps.insert({ ...key, ...fields, id: `row-${appId}` }))
      return opened.findApp(key)
    },
  }
}

it.each(storages)('a sealed AppSecret opens at its own place only, and only whole, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const stores = await storage.open()
    const { vault, keep, addApp, findApp } = await openVaultWithApps(stores)
    async function add(appId: string): Promise<{ app: AppRecord; sealed: SealedAppSecret }> {
      const added = await addApp(appId)
      const sealed = await keep(added, `secret-of-${appId}`)
      return { app: await findApp(added), sealed }
    }
    const opens = (app: AppRecord, sealed: SealedAppSecret) => {
      try {
        vault.open(app, sealed)
        return true
      } catch {
        return false
      }
    }

    const { app, sealed } = await add('wx0')
    expect(vault.open(app, sealed).reveal()).toBe('secret-of-wx0')
    expect(JSON.stringify(await stores.store.read(() => stores.registeredApps.listSecrets()))).not.toContain(
      'secret-of',
    )
    const bytes = Buffer.from(sealed.sealed, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(opens(app, { ...sealed, sealed: altered.toString('base64url') })).toBe(false)
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(opens(app, { ...sealed, sealed: bytes.subarray(0, length).toString('base64url') })).toBe(false)
    }
    for (let swap = 1; swap <= swaps; swap++) {
      const other = await add(`wx${swap}`)
      expect(opens(app, { ...sealed, sealed: other.sealed.sealed })).toBe(false)
      expect(opens(other.app, { ...other.sealed, sealed: sealed.sealed })).toBe(false)
    }
    expect(opens(app, { ...sealed, version: 2 })).toBe(false)
    expect(opens({ ...app, platform: 'h5' }, sealed)).toBe(false)
    expect(opens({ ...app, appId: 'wx9' }, sealed)).toBe(false)
    expect(opens({ ...app, id: 'row-9' }, sealed)).toBe(false)
    await stores.store.close()
  }),
)

it.each(storages)('sealed push settings open at their own app only, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const stores = await storage.open()
    const { vault, addApp } = await openVaultWithApps(stores)
    const own = await addApp('wx1')
    const other = await addApp('wx2')
    const settings = { token: new Secret('PushToken'), aesKey: new Secret('a'.repeat(43)) }
    await stores.store.write(() => vault.keepPush(own, settings))
    const [kept] = await stores.store.read(() => stores.registeredApps.listPushSettings())
    if (!kept) throw new Error('they were not kept')
    expect(kept).toMatchObject({ appRowId: own.id, sealed: expect.not.stringContaining('PushToken') })
    expect(vault.openPush(own, kept)?.token.reveal()).toBe('PushToken')
    const elsewhere = [
      other,
      { ...own, id: other.id },
      { ...own, appId: other.appId },
      { ...own, platform: 'h5' as const },
    ]
    for (const app of elsewhere) expect(() => vault.openPush(app, kept)).toThrow()
    await stores.store.close()
  }),
)
