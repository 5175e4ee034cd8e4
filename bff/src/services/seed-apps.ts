import type { AppKey, AppRecord, PushSettings } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import { auditTarget, createAppRecord } from './app-registry.ts'
import type { NoteAudit } from './audit.ts'
import type { Vault } from './vault.ts'

export interface SeedApp extends AppKey {
  /** `null` if the environment sets only the AppID. */
  secret: Secret | null
  push: PushSettings | null
}

/**
 * Stores the environment's apps and push settings that the store does not have. Existing values are never overwritten;
 * if they differ, an operator event is logged. An app without a secret in the environment uses the one in the store; if
 * there is none, nobody can sign in to it, which is logged.
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

  /** Whether the environment's secret equals the stored one. */
  function* seedSecret({ platform, appId, secret }: SeedApp): Unit<boolean> {
    if (!secret) return true
    const app = createAppRecord({ platform, appId, label: appId }, clock.now())
    if (yield* registeredApps.insert(app)) {
      const { fingerprint } = yield* vault.keep(app, secret)
      yield* note({ actor, action: 'app.seed', target: auditTarget(app), detail: `fingerprint ${fingerprint}` })
      return true
    }
    const known = yield* find({ platform, appId })
    const current = (yield* registeredApps.listSecrets()).find(
      ({ appRowId, goodUntil }) => appRowId === known?.id && goodUntil === null,
    )
    return known !== undefined && current?.fingerprint === vault.fingerprint(known, secret)
  }

  function* seedPush({ push, ...key }: SeedApp): Unit<boolean> {
    const app = push && (yield* find(key))
    if (!app) return true
    const known = (yield* registeredApps.listPushSettings()).find(({ appRowId }) => appRowId === app.id)
    // Push that was disabled stays disabled.
    if (known) return isSame(push, () => vault.openPush(app, known))
    yield* vault.keepPush(app, push)
    yield* note({ actor, action: 'app.push', target: auditTarget(key), detail: push.aesKey ? 'encrypted' : 'plain' })
    return true
  }

  function* find({ platform, appId }: AppKey): Unit<AppRecord | undefined> {
    return (yield* registeredApps.list()).find((app) => app.platform === platform && app.appId === appId)
  }

  const { differing, missing } = await store.write(function* () {
    const differing: string[] = []
    const missing: string[] = []
    for (const seed of seeds) {
      const isSecretKept = yield* seedSecret(seed)
      const isPushKept = yield* seedPush(seed)
      if (!isSecretKept || !isPushKept) differing.push(seed.appId)
      if (!(yield* find(seed))) missing.push(seed.appId)
    }
    return { differing, missing }
  })
  for (const appId of missing) {
    const fields = { event: 'operator.attention', appId }
    log.warn(fields, 'the environment sets an app without a secret, and the vault has none: run trailpass app add')
  }
  for (const appId of differing) {
    const fields = { event: 'operator.env_secret_ignored', appId }
    log.warn(fields, 'the secrets in the environment differ from those in the vault, which are used')
  }
}

const actor = 'server'

function isSame(one: PushSettings, openOther: () => PushSettings | null): boolean {
  try {
    const other = openOther()
    return one.token.reveal() === other?.token.reveal() && one.aesKey?.reveal() === other.aesKey?.reveal()
  } catch {
    return false // the directory logs that it cannot be decrypted
  }
}
