import type { Clock } from './clock.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
/** A day of WeChat's quotas begins in China. */
const chinaOffsetMs = 8 * 3_600_000

/** Call limits of an app for one interface; absent means unlimited. */
interface Quota {
  perMinute?: number
  perDay?: number
}

/** Call quotas per app and path. None by default: WeChat's limits are above what tests need. */
export interface Quotas {
  /** Replaces the previous quota; counting starts again. */
  set(path: string, quota: Quota): void
  list(): ({ path: string } & Quota)[]
  /** Counts a call; returns the limit it exceeds, if any. */
  take(path: string, appId: string): keyof Quota | undefined
}

export function createQuotas(clock: Clock): Quotas {
  const quotas = new Map<string, Quota>()
  const counts = new Map<string, { period: number; count: number }>()

  const periodOf = { perMinute: () => clock.now(), perDay: () => clock.now() + chinaOffsetMs }
  const lengthOf = { perMinute: minuteMs, perDay: dayMs }

  function countOf(path: string, appId: string, kind: keyof Quota): { period: number; count: number } {
    const period = Math.floor(periodOf[kind]() / lengthOf[kind])
    const name = `${kind} ${path} ${appId}`
    const known = counts.get(name)
    if (known?.period === period) return known
    const fresh = { period, count: 0 }
    counts.set(name, fresh)
    return fresh
  }

  return {
    set(path, quota) {
      quotas.set(path, quota)
      for (const name of counts.keys()) if (name.split(' ')[1] === path) counts.delete(name)
    },
    list: () => [...quotas].map(([path, quota]) => ({ path, ...quota })),
    take(path, appId) {
      const quota = quotas.get(path)
      if (quota === undefined) return undefined
      const shares = (['perMinute', 'perDay'] as const).map((kind) => [kind, countOf(path, appId, kind)] as const)
      const exceeded = shares.find(([kind, { count }]) => count >= (quota[kind] ?? Number.POSITIVE_INFINITY))
      if (exceeded === undefined) for (const [, share] of shares) share.count += 1
      return exceeded?.[0]
    },
  }
}
