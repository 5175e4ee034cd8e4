import type { AppKey, AppRecord } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'
import { createUlid } from '../lib/ulid.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/unit.ts'
import type { NoteAudit } from './audit.ts'
import type { Vault } from './vault.ts'

export interface SeedApp extends AppKey {
  secret: Secret
}

/**
 * Keeps the environment's apps that the store does not have yet. What the store has is not overwritten: a secret there
 * that differs from the environment's leaves an operator's event.
 */
export async function seedApps(
  {
    store,
    registeredApps,
    vault,
    note,
    clock,
    log,
  }: { store: Store; registeredApps: AppStore; vault: Vault; note: NoteAudit; clock: Clock; log: Log },
  seeds: readonly SeedApp[],
): Promise<void> {
  if (seeds.length === 0) return
  const ignored = await store.write(function* () {
    const differing: string[] = []
    for (const { platform, appId, secret } of seeds) {
      const createdAt = clock.now()
      const app: AppRecord = {
        id: createUlid(createdAt),
        platform,
        appId,
        label: appId,
        state: 'active',
        secretVersion: 0,
        createdAt,
      }
      if (yield* registeredApps.insert(app)) {
        const { fingerprint } = yield* vault.keep(app, secret)
        const target = `app:${platform}:${appId}`
        yield* note({ actor: 'server', action: 'app.seed', target, detail: `fingerprint ${fingerprint}` })
        continue
      }
      const known = (yield* registeredApps.list()).find((other) => other.platform === platform && other.appId === appId)
      if (!known) continue
      const current = (yield* registeredApps.listSecrets()).find(
        ({ appRowId, goodUntil }) => appRowId === known.id && goodUntil === null,
      )
      if (current?.fingerprint !== vault.fingerprint(known, secret)) differing.push(appId)
    }
    return differing
  })
  for (const appId of ignored) {
    const fields = { event: 'operator.env_secret_ignored', appId }
    log.warn(fields, 'the vault keeps another secret than the environment names, and goes by its own')
  }
}
