import { loadConfig } from '@trailpass/bff/config/config.ts'
import { openStores } from '@trailpass/bff/context.ts'
import { dayOf, daysUntil } from '@trailpass/bff/domain/day.ts'
import { everywhere, standingPeriod } from '@trailpass/bff/domain/trail/standing.ts'
import type { TrailRecord } from '@trailpass/bff/domain/trail/trail.ts'
import { createUlid } from '@trailpass/bff/lib/ulid.ts'
import { leaderboardPeriods } from '@trailpass/shared'
import type { Stack } from '../support/stack.ts'

/** Kilometres of the last 31 days, today last and still to be ridden. */
const month = [
  0, 3.1, 0, 4.6, 2.4, 0, 0, 5.2, 3.8, 0, 4.1, 0, 6.4, 2.2, 0, 3.6, 5.5, 0, 1.8, 4.4, 0, 0, 5.1, 3.3, 2.1, 3.4, 5.2,
  2.6, 4.3, 6.1, 0,
]
const timeZone = 'Asia/Shanghai'
const otherTrails = [
  {
    name: '龙井山径',
    lengthMeters: 3600,
    area: { kind: 'circle', latitude: 30.1862, longitude: 120.0901, radiusMeters: 1200 },
    timeZone,
  },
  {
    name: '飞来峰绿道',
    lengthMeters: 8400,
    area: { kind: 'circle', latitude: 30.2105, longitude: 120.2134, radiusMeters: 3000 },
    timeZone,
  },
] satisfies Omit<TrailRecord, 'id'>[]
/** What WeRun counted, now more and now less. */
const stepsOn = (at: number) => 2600 + ((at * 1777) % 6200)
const metersPerSecond = 4.4
const watts = 92

/** Writes what the clock does not allow to be ridden or walked: rides and steps of days gone by, and more trails. The BFF sleeps meanwhile. */
export async function plantPast(stack: Stack, personId: string): Promise<void> {
  await stack.bff.kill()
  const { store, trails, devices, rides, standings, steps } = await openStores(loadConfig({ ...stack.storeEnv }))
  const [bike] = await store.read(() => devices.list())
  if (bike === undefined) throw new Error('the trail has no bike')
  const days = daysUntil(dayOf(new Date(), timeZone), month.length)
  await store.write(function* () {
    for (const trail of otherTrails) yield* trails.upsert({ id: createUlid(new Date()), ...trail }, new Date())
    for (const [at, kilometers] of month.entries()) {
      const day = days[at]
      if (day === undefined) continue
      yield* steps.upsert(personId, { day, steps: stepsOn(at) })
      if (kilometers === 0) continue
      const startedAt = new Date(`${day}T07:${String(10 + at)}:00+08:00`)
      const millimeters = Math.round(kilometers * 1e6)
      const movingMs = Math.round(millimeters / metersPerSecond)
      const id = createUlid(startedAt)
      yield* rides.insert({
        id,
        personId,
        deviceId: bike.id,
        trailId: bike.trailId,
        intentId: id,
        entryKind: 'scan',
        day,
        state: 'finished',
        startedAt,
        finishedAt: new Date(startedAt.getTime() + movingMs),
        movingMs,
        distanceMillimeters: millimeters,
        workMillijoules: movingMs * watts,
        newestSequence: 0,
        newestSpeedMillimetersPerSecond: 0,
        samplesThrough: 1,
        lastSampleAt: null,
        ranking: null,
      })
      const places = leaderboardPeriods.map((period) => ({
        trailId: bike.trailId,
        period: standingPeriod(period, day),
      }))
      places.push({ trailId: everywhere, period: standingPeriod('today', day) })
      yield* standings.add(places, personId, millimeters)
    }
  })
  await store.close()
  await stack.bff.restart()
}
