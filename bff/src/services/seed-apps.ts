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
  /** `null` where the environment only names the app. */
  secret: Secret | null
  push: PushSettings | null
}

/**
 * Keeps the environment's apps, and their push settings, that the store does not have yet. What the store has is not
 * overwritten: where that differs from the environment's, an operator's event is left. An app that is only named stays as
 * the store has it; where it has none, nobody can sign in to it, which is said.
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

  /** Whether the environment names what the store keeps. */
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
    // What was switched off stays off.
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
    return false // the directory says that it does not open
  }
}
