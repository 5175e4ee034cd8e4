import { randomBytes } from 'node:crypto'
import type { SqlStores } from '../../src/adapters/sql/sql-stores.ts'
import type { AppKey, AppRecord, SealedAppSecret } from '../../src/domain/registered-app.ts'
import { Secret } from '../../src/domain/secret.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { openKeyring } from '../../src/services/keyring-service.ts'
import { createVault, type Vault } from '../../src/services/vault.ts'
import type { Stack } from './stack.ts'

export interface OpenedVault {
  vault: Vault
  findApp(key: AppKey): Promise<AppRecord>
  /** Makes this the current secret of an app there is. */
  keep(key: AppKey, secret: string): Promise<SealedAppSecret>
}

/** The vault of a store, as a server opens it. */
export async function openVault(
  stores: SqlStores,
  { clock, masterKey = randomBytes(32).toString('base64') }: { clock: Clock; masterKey?: string },
): Promise<OpenedVault> {
  const keyring = await openKeyring({ ...stores, masterKeys: { current: new Secret(masterKey), next: null }, clock })
  const vault = createVault({ ...stores, keyring, secretOverlapMs: 600_000, clock })
  function* lock(key: AppKey) {
    const app = yield* stores.registeredApps.lock(key)
    if (!app) throw new Error(`there is no app ${key.appId}`)
    return app
  }
  return {
    vault,
    findApp: (key) => stores.store.write(() => lock(key)),
    keep: (key, secret) =>
      stores.store.write(function* () {
        return yield* vault.keep(yield* lock(key), new Secret(secret))
      }),
  }
}

/** Gives an app of a stack another current secret, and the server a restart. The overlap runs from then on. */
export async function replaceSecret(stack: Stack, key: AppKey, secret: string): Promise<void> {
  await stack.stop()
  const stores = await stack.storage.open()
  try {
    const { keep } = await openVault(stores, { clock: stack.clock, masterKey: String(stack.env.MASTER_KEY) })
    await keep(key, secret)
  } finally {
    await stores.store.close()
    await stack.start()
  }
}
