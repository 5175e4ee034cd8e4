import type { TrailArea } from '../../domain/trail.ts'
import type { TrailStore } from '../../ports/trail-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['trail']
const changing = ['length_meters', 'latitude', 'longitude', 'radius_meters'] as const

function toArea({ latitude, longitude, radius_meters: radiusMeters }: Row): TrailArea | null {
  return latitude === null || longitude === null || radiusMeters === null ? null : { latitude, longitude, radiusMeters }
}

export function createSqlTrailStore({ db }: SqlDialect): TrailStore {
  const list = prepare(() => db.selectFrom('trail').selectAll().orderBy('name'))
  const upsert = prepare((p: Row) =>
    db
      .insertInto('trail')
      .values(pick(p, ['id', 'name', 'created_at', ...changing]))
      .onConflict((conflict) => conflict.column('name').doUpdateSet(pick(p, changing))),
  )

  return {
    *list() {
      const rows = yield* list({})
      return rows.map((row) => ({ id: row.id, name: row.name, lengthMeters: row.length_meters, area: toArea(row) }))
    },
    upsert: ({ id, name, lengthMeters, area }, createdAt) =>
      run(
        upsert({
          id,
          name,
          length_meters: lengthMeters,
          created_at: toEpochMs(createdAt),
          latitude: area?.latitude ?? null,
          longitude: area?.longitude ?? null,
          radius_meters: area?.radiusMeters ?? null,
        }),
      ),
  }
}
