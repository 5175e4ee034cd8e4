import type { RideRecord } from '../../domain/trail/ride.ts'
import type { RideStore } from '../../ports/trail/ride-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toDateOrNull, toEpochMs, toEpochMsOrNull } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['ride']
const fixed = ['id', 'person_id', 'device_id', 'trail_id', 'intent_id', 'entry_kind', 'day', 'started_at'] as const
const changing = [
  'state',
  'finished_at',
  'moving_ms',
  'distance_mm',
  'work_mj',
  'newest_sequence',
  'newest_speed_mm_s',
  'samples_through',
  'last_sample_at',
  'rank_before',
  'rank_after',
] as const

const toRide = (row: Row): RideRecord => ({
  id: row.id,
  personId: row.person_id,
  deviceId: row.device_id,
  trailId: row.trail_id,
  intentId: row.intent_id,
  entryKind: row.entry_kind,
  day: row.day,
  state: row.state as RideRecord['state'],
  startedAt: toDate(row.started_at),
  finishedAt: toDateOrNull(row.finished_at),
  movingMs: row.moving_ms,
  distanceMillimeters: row.distance_mm,
  workMillijoules: row.work_mj,
  newestSequence: row.newest_sequence,
  newestSpeedMillimetersPerSecond: row.newest_speed_mm_s,
  samplesThrough: row.samples_through,
  lastSampleAt: toDateOrNull(row.last_sample_at),
  ranking: row.rank_after === null ? null : { before: row.rank_before, after: row.rank_after },
})

const toRow = (ride: RideRecord): Row => ({
  id: ride.id,
  person_id: ride.personId,
  device_id: ride.deviceId,
  trail_id: ride.trailId,
  intent_id: ride.intentId,
  entry_kind: ride.entryKind,
  day: ride.day,
  state: ride.state,
  started_at: toEpochMs(ride.startedAt),
  finished_at: toEpochMsOrNull(ride.finishedAt),
  moving_ms: ride.movingMs,
  distance_mm: ride.distanceMillimeters,
  work_mj: ride.workMillijoules,
  newest_sequence: ride.newestSequence,
  newest_speed_mm_s: ride.newestSpeedMillimetersPerSecond,
  samples_through: ride.samplesThrough,
  last_sample_at: toEpochMsOrNull(ride.lastSampleAt),
  rank_before: ride.ranking?.before ?? null,
  rank_after: ride.ranking?.after ?? null,
})

export function createSqlRideStore({ db, rowLocks }: SqlDialect): RideStore {
  const select = db.selectFrom('ride').selectAll()
  const byId = prepare((p: { id: string }) => select.where('id', '=', p.id))
  const lock = rowLocks ? prepare((p: { id: string }) => select.where('id', '=', p.id).forUpdate()) : byId
  const byIntent = prepare((p: { intent: string }) => select.where('intent_id', '=', p.intent))
  const activeOfPerson = prepare((p: { person: string }) =>
    select.where('person_id', '=', p.person).where('state', '=', 'active'),
  )
  const activeOfDevice = prepare((p: { device: string }) =>
    select.where('device_id', '=', p.device).where('state', '=', 'active'),
  )
  const list = prepare((p: { person: string; before: string; limit: number }) =>
    select.where('person_id', '=', p.person).where('id', '<', p.before).orderBy('id', 'desc').limit(p.limit),
  )
  const insert = prepare((p: Row) => db.insertInto('ride').values(pick(p, [...fixed, ...changing])))
  const update = prepare((p: Row) => db.updateTable('ride').set(pick(p, changing)).where('id', '=', p.id))
  const forgotten = prepare((p: { before: number; limit: number }) =>
    db
      .selectFrom('ride')
      .select('id')
      .where('state', '=', 'active')
      .where('started_at', '<', p.before)
      .orderBy('id')
      .limit(p.limit),
  )
  const removeSamples = prepare((p: { ride: string; first: number }) =>
    db.deleteFrom('ride_sample').where('ride_id', '=', p.ride).where('sequence', '<', p.first),
  )
  const claimSample = prepare((p: Schema['ride_sample']) =>
    db
      .insertInto('ride_sample')
      .values(pick(p, ['ride_id', 'sequence']))
      .onConflict((conflict) => conflict.doNothing())
      .returning('sequence'),
  )
  const samplesFrom = prepare((p: { ride: string; first: number; limit: number }) =>
    db
      .selectFrom('ride_sample')
      .select('sequence')
      .where('ride_id', '=', p.ride)
      .where('sequence', '>=', p.first)
      .orderBy('sequence')
      .limit(p.limit),
  )
  const byDay = prepare((p: { person: string; day: string }) =>
    db
      .selectFrom('ride')
      .select(({ fn }) => [
        'day',
        fn.countAll<number>().as('rides'),
        fn.sum<number>('moving_ms').as('moving_ms'),
        fn.sum<number>('distance_mm').as('distance_mm'),
        fn.sum<number>('work_mj').as('work_mj'),
      ])
      .where('person_id', '=', p.person)
      .where('day', '>=', p.day)
      .groupBy('day'),
  )
  function* one(rows: ReturnType<typeof byId>) {
    const row = yield* first(rows)
    return row && toRide(row)
  }

  return {
    find: (id) => one(byId({ id })),
    lock: (id) => one(lock({ id })),
    findByIntent: (intent) => one(byIntent({ intent })),
    findActiveOfPerson: (person) => one(activeOfPerson({ person })),
    findActiveOfDevice: (device) => one(activeOfDevice({ device })),
    *list(person, before, limit) {
      return (yield* list({ person, before, limit })).map(toRide)
    },
    insert: (ride) => run(insert(toRow(ride))),
    update: (ride) => run(update(toRow(ride))),
    *listForgotten(startedBefore, limit) {
      return (yield* forgotten({ before: toEpochMs(startedBefore), limit })).map(({ id }) => id)
    },
    removeSamplesBelow: (ride, firstSequence) => run(removeSamples({ ride, first: firstSequence })),
    *claimSample(rideId, sequence) {
      return (yield* first(claimSample({ ride_id: rideId, sequence }))) !== undefined
    },
    *listSamplesFrom(ride, firstSequence, limit) {
      return (yield* samplesFrom({ ride, first: firstSequence, limit })).map((row) => row.sequence)
    },
    *sumByDay(person, day) {
      const rows = yield* byDay({ person, day })
      return rows.map((row) => ({
        day: row.day,
        rides: row.rides,
        movingMs: Number(row.moving_ms),
        distanceMillimeters: Number(row.distance_mm),
        workMillijoules: Number(row.work_mj),
      }))
    },
  }
}
