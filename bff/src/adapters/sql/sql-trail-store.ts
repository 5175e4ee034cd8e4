import type { TrailArea, TrailRecord } from '../../domain/trail/trail.ts'
import type { TrailStore } from '../../ports/trail/trail-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['trail']
const changing = ['length_meters', 'latitude', 'longitude', 'radius_meters', 'ring', 'time_zone'] as const

function toArea({ latitude, longitude, radius_meters: radiusMeters, ring }: Row): TrailArea | null {
  if (ring !== null) return { kind: 'outline', ring: JSON.parse(ring) }
  if (latitude === null || longitude === null || radiusMeters === null) return null
  return { kind: 'circle', latitude, longitude, radiusMeters }
}

const toTrail = (row: Row): TrailRecord => ({
  id: row.id,
  name: row.name,
  lengthMeters: row.length_meters,
  area: toArea(row),
  timeZone: row.time_zone,
})

function toRow({ id, name, lengthMeters, area, timeZone }: TrailRecord, createdAt: Date): Row {
  const circle = area?.kind === 'circle' ? area : undefined
  return {
    id,
    name,
    length_meters: lengthMeters,
    created_at: toEpochMs(createdAt),
    latitude: circle?.latitude ?? null,
    longitude: circle?.longitude ?? null,
    radius_meters: circle?.radiusMeters ?? null,
    ring: area?.kind === 'outline' ? JSON.stringify(area.ring) : null,
    time_zone: timeZone,
  }
}

export function createSqlTrailStore({ db }: SqlDialect): TrailStore {
  const find = prepare((p: { id: string }) => db.selectFrom('trail').selectAll().where('id', '=', p.id))
  const list = prepare(() => db.selectFrom('trail').selectAll().orderBy('name'))
  const upsert = prepare((p: Row) =>
    db
      .insertInto('trail')
      .values(pick(p, ['id', 'name', 'created_at', ...changing]))
      .onConflict((conflict) => conflict.column('name').doUpdateSet(pick(p, changing))),
  )

  return {
    *find(id) {
      const row = yield* first(find({ id }))
      return row && toTrail(row)
    },
    *list() {
      return (yield* list({})).map(toTrail)
    },
    upsert: (trail, createdAt) => run(upsert(toRow(trail, createdAt))),
  }
}
