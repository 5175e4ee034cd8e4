import type { TrailStore } from '../../ports/trail-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

export function createSqlTrailStore({ db }: SqlDialect): TrailStore {
  const list = prepare(() => db.selectFrom('trail').selectAll().orderBy('name'))
  const upsert = prepare((p: Schema['trail']) =>
    db
      .insertInto('trail')
      .values(pick(p, ['id', 'name', 'length_meters', 'created_at']))
      .onConflict((conflict) => conflict.column('name').doUpdateSet(pick(p, ['length_meters']))),
  )

  return {
    *list() {
      const rows = yield* list({})
      return rows.map((row) => ({ id: row.id, name: row.name, lengthMeters: row.length_meters }))
    },
    upsert: ({ id, name, lengthMeters }, createdAt) =>
      run(upsert({ id, name, length_meters: lengthMeters, created_at: toEpochMs(createdAt) })),
  }
}
