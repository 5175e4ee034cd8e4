import type { AppKey, AppRecord, AppState, PushSettings, SealedAppSecret } from '../domain/registered-app.ts'
import { createUlid } from '../lib/ulid.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { CachedAppDirectory } from './app-directory.ts'
import type { NoteAudit } from './audit.ts'
import type { Vault } from './vault.ts'

/** What is shown of a secret. */
export type ShownSecret = Pick<SealedAppSecret, 'fingerprint' | 'createdAt' | 'goodUntil'>

export interface ShownApp extends Pick<AppRecord, 'platform' | 'appId' | 'label' | 'state' | 'createdAt'> {
  /** The current secret first, then earlier ones that are still valid. */
  secrets: ShownSecret[]
  /** `encrypted`: only encrypted messages are accepted. `unreadable`: the stored settings cannot be decrypted. */
  push: 'off' | 'plain' | 'encrypted' | 'unreadable'
}

/** Manages the registered apps for the operator. */
export interface AppRegistry {
  list(): Promise<ShownApp[]>
  /** The apps with this AppID, on any platform. */
  findKeys(appId: string): Promise<AppKey[]>
  /** False if the app exists already. */
  add(app: AppKey & { label: string }, actor: string): Promise<boolean>
  /** False if the app does not exist. */
  setState(key: AppKey, state: AppState, actor: string): Promise<boolean>
  /** `null` disables message push. False if the app does not exist. */
  setPush(key: AppKey, settings: PushSettings | null, actor: string): Promise<boolean>
}

export const auditTarget = ({ platform, appId }: AppKey): string => `app:${platform}:${appId}`

export const createAppRecord = (
  { platform, appId, label }: AppKey & { label: string },
  createdAt: Date,
): AppRecord => ({
  id: createUlid(createdAt),
  platform,
  appId,
  label,
  state: 'active',
  secretVersion: 0,
  createdAt,
})

export function createAppRegistry(deps: {
  store: Store
  registeredApps: AppStore
  vault: Vault
  apps: Pick<CachedAppDirectory, 'refresh'>
  note: NoteAudit
  clock: Clock
}): AppRegistry {
  const { store, registeredApps, vault, apps, note, clock } = deps

  async function write<T>(unit: () => Unit<T>): Promise<T> {
    const result = await store.write(unit)
    apps.refresh()
    return result
  }

  const change = (key: AppKey, act: (app: AppRecord) => Unit<void>): Promise<boolean> =>
    write(function* () {
      const app = yield* registeredApps.lock(key)
      if (app) yield* act(app)
      return app !== undefined
    })

  function* pushOf(app: AppRecord): Unit<ShownApp['push']> {
    const row = (yield* registeredApps.listPushSettings()).find(({ appRowId }) => appRowId === app.id)
    if (!row) return 'off'
    try {
      const settings = vault.openPush(app, row)
      if (!settings) return 'off'
      return settings.aesKey ? 'encrypted' : 'plain'
    } catch {
      return 'unreadable'
    }
  }

  return {
    list: () =>
      store.read(function* () {
        const shown: ShownApp[] = []
        const secrets = yield* registeredApps.listSecrets()
        const isGood = ({ goodUntil }: SealedAppSecret) => goodUntil === null || goodUntil > clock.now()
        for (const app of yield* registeredApps.list()) {
          const { id, platform, appId, label, state, createdAt } = app
          const own = secrets.filter((secret) => secret.appRowId === id && isGood(secret))
          shown.push({
            ...{ platform, appId, label, state, createdAt },
            secrets: own.map(({ fingerprint, createdAt, goodUntil }) => ({ fingerprint, createdAt, goodUntil })),
            push: yield* pushOf(app),
          })
        }
        return shown
      }),

    findKeys: (appId) =>
      store.read(function* () {
        const named = (yield* registeredApps.list()).filter((app) => app.appId === appId)
        return named.map(({ platform }) => ({ platform, appId }))
      }),

    add: (app, actor) =>
      write(function* () {
        const isNew = yield* registeredApps.insert(createAppRecord(app, clock.now()))
        if (isNew) yield* note({ actor, action: 'app.add', target: auditTarget(app), detail: app.label })
        return isNew
      }),

    setState: (key, state, actor) =>
      change(key, function* (app) {
        if (app.state === state) return
        yield* registeredApps.update({ ...app, state })
        yield* note({ actor, action: state === 'active' ? 'app.enable' : 'app.disable', target: auditTarget(key) })
      }),

    setPush: (key, settings, actor) =>
      change(key, function* (app) {
        yield* vault.keepPush(app, settings)
        const detail = settings && (settings.aesKey ? 'encrypted' : 'plain')
        yield* note({ actor, action: 'app.push', target: auditTarget(key), detail: detail ?? 'off' })
      }),
  }
}
