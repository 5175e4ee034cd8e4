import type { SqlStores } from '../../src/adapters/sql/sql-stores.ts'
import { defaultTimeZone } from '../../src/domain/day.ts'
import type { RideRecord } from '../../src/domain/trail/ride.ts'
import type { TrailRecord } from '../../src/domain/trail/trail.ts'

export const at = (ms: number) => new Date(Date.UTC(2026, 10, 1) + ms)

export async function addPeople({ store, people }: SqlStores, ...ids: string[]): Promise<void> {
  await store.write(function* () {
    for (const id of ids) yield* people.insert({ id, createdAt: at(0) })
  })
}

export const trailRecord = (changes: Partial<TrailRecord> = {}): TrailRecord => ({
  id: 't1',
  name: 'A 湖',
  lengthMeters: 1000,
  area: null,
  timeZone: defaultTimeZone,
  ...changes,
})

export async function addTrail({ store, trails }: SqlStores, id: string, name: string): Promise<void> {
  await store.write(() => trails.upsert(trailRecord({ id, name }), at(0)))
}

export async function addBikes({ store, devices }: SqlStores, trailId: string, ...ids: string[]): Promise<void> {
  await store.write(function* () {
    for (const [index, id] of ids.entries()) {
      yield* devices.insert({ id, trailId, number: index + 1, createdAt: at(0) })
    }
  })
}

export const rideRecord = (changes: Partial<RideRecord> = {}): RideRecord => ({
  id: 'r1',
  personId: 'p1',
  deviceId: 'BIKE0001',
  trailId: 't1',
  intentId: `intent of ${changes.id ?? 'r1'}`,
  entryKind: 'scan',
  day: '2026-11-01',
  state: 'active',
  startedAt: at(0),
  finishedAt: null,
  movingMs: 0,
  distanceMillimeters: 0,
  workMillijoules: 0,
  newestSequence: -1,
  newestSpeedMillimetersPerSecond: 0,
  samplesThrough: 0,
  lastSampleAt: null,
  ranking: null,
  ...changes,
})
