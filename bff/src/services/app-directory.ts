import type { Platform } from '@trailpass/shared'
import type { AppRecord, PushSettings } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'
import type { AppDirectory, PlatformProviders } from '../ports/app-directory.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Store } from '../ports/store.ts'
import type { Vault } from './vault.ts'

/** How long a change by another process may stay unnoticed. */
const cacheMs = 5000

export interface CachedAppDirectory extends AppDirectory {
  /** Must be called after every change made by this process. */
  refresh(): void
}

interface Listed {
  record: AppRecord
  secrets: { secret: Secret; goodUntil: Date | null }[]
  push: PushSettings | null
}

interface Snapshot {
  readAt: number
  byKey: Map<string, Listed>
}

/**
 * Caches the store's apps. With `exclusive`, when no other process can change them, the cache is only invalidated by
 * own changes.
 */
export function createAppDirectory(deps: {
  store: Store
  registeredApps: AppStore
  vault: Vault
  providers: Partial<Record<Platform, PlatformProviders>>
  exclusive: boolean
  clock: Clock
  log: Log
}): CachedAppDirectory {
  const { store, registeredApps, vault, providers, exclusive, clock, log } = deps
  // A secret keeps its object identity for as long as its row exists, so that a key parsed from it can be cached by
  // object.
  let opened = new Map<string, Secret>()
  let snapshot: Snapshot | undefined
  let reading: Promise<Snapshot> | undefined

  /** `undefined` for a secret that cannot be decrypted; that also logs an operator event. */
  function attempt<T>({ appId }: AppRecord, open: () => T, remedy: string): T | undefined {
    try {
      return open()
    } catch (err) {
      log.error(
        { event: 'operator.attention', appId, err },
        `the stored secret of an app cannot be decrypted: ${remedy}`,
      )
      return undefined
    }
  }

  async function read(): Promise<Snapshot> {
    const readAt = clock.now().getTime()
    const { records, sealed, pushes } = await store.read(function* () {
      return {
        records: yield* registeredApps.list(),
        sealed: yield* registeredApps.listSecrets(),
        pushes: yield* registeredApps.listPushSettings(),
      }
    })
    const openedNow = new Map<string, Secret>()
    const byKey = new Map<string, Listed>()
    for (const record of records) {
      const secrets: Listed['secrets'] = []
      for (const row of sealed.filter(({ appRowId }) => appRowId === record.id)) {
        const secret = opened.get(row.sealed) ?? attempt(record, () => vault.open(record, row), 'trailpass secret set')
        if (!secret) continue
        openedNow.set(row.sealed, secret)
        secrets.push({ secret, goodUntil: row.goodUntil })
      }
      const row = pushes.find(({ appRowId }) => appRowId === record.id)
      const push = row && attempt(record, () => vault.openPush(record, row), 'trailpass app push')
      byKey.set(keyOf(record.platform, record.appId), { record, secrets, push: push ?? null })
    }
    opened = openedNow
    return { readAt, byKey }
  }

  function current(): Snapshot | Promise<Snapshot> {
    const now = clock.now().getTime()
    if (snapshot && (exclusive || Math.abs(now - snapshot.readAt) < cacheMs)) return snapshot
    if (reading) return reading
    const started = read()
      .then((found) => {
        if (reading === started) snapshot = found
        return found
      })
      .finally(() => {
        if (reading === started) reading = undefined
      })
    reading = started
    return started
  }

  return {
    async find(platform, appId) {
      const { byKey } = await current()
      const listed = byKey.get(keyOf(platform, appId))
      const parts = providers[platform]
      if (listed?.record.state !== 'active' || !parts) return undefined
      const { secrets, push } = listed
      const now = clock.now()
      const good = secrets.filter(({ goodUntil }) => goodUntil === null || goodUntil > now)
      const pushChannel = push && parts.openPushChannel?.(appId, push)
      const app = { platform, appId, secrets: good.map(({ secret }) => secret) }
      return { ...parts, app, pushChannel: pushChannel ?? null }
    },
    refresh() {
      snapshot = undefined
      reading = undefined
    },
  }
}

const keyOf = (platform: string, appId: string) => `${platform}:${appId}`
