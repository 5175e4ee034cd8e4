import type { Platform } from '@trailpass/shared'
import type { AppContext } from '../context.ts'
import type { AppState } from '../domain/registered-app.ts'
import type { BreakerState } from '../ports/metrics.ts'

export interface AppHealth {
  platform: Platform
  appId: string
  label: string
  state: AppState
  /** The fingerprint of the current secret; never the secret itself. */
  secret: { fingerprint: string; keptAt: Date } | null
}

export interface Health {
  status: 'ok' | 'attention'
  startedAt: Date
  store: { kind: 'SQLite' | 'PostgreSQL'; ok: boolean; pingMs: number }
  /** Whether it answers; `null` if none is used. */
  redis: boolean | null
  breakers: { operation: string; state: BreakerState }[]
  /** `null` while the store does not answer. */
  apps: AppHealth[] | null
}

/** Detailed health; never rejects. */
export async function examineHealth(context: AppContext): Promise<Health> {
  const { config, store, clock, metrics } = context
  const begunAt = performance.now()
  const ok = await store.ping().then(
    () => true,
    () => false,
  )
  const pingMs = Math.round((performance.now() - begunAt) * 10) / 10
  const apps = await listApps(context).catch(() => null)
  const redis = context.pingRedis && (await context.pingRedis())
  const breakers = metrics.breakers()
  const isWell =
    ok &&
    redis !== false &&
    breakers.every(({ state }) => state !== 'open') &&
    apps?.every(({ state, secret }) => state === 'disabled' || secret !== null)
  return {
    status: isWell ? 'ok' : 'attention',
    startedAt: new Date(clock.now().getTime() - process.uptime() * 1000),
    store: { kind: config.databaseUrl === null ? 'SQLite' : 'PostgreSQL', ok, pingMs },
    redis,
    breakers,
    apps,
  }
}

function listApps({ store, stores }: AppContext): Promise<AppHealth[]> {
  return store.read(function* () {
    const current = (yield* stores.registeredApps.listSecrets()).filter(({ goodUntil }) => goodUntil === null)
    return (yield* stores.registeredApps.list()).map(({ id, platform, appId, label, state }) => {
      const secret = current.find(({ appRowId }) => appRowId === id)
      return {
        platform,
        appId,
        label,
        state,
        secret: secret ? { fingerprint: secret.fingerprint, keptAt: secret.createdAt } : null,
      }
    })
  })
}
