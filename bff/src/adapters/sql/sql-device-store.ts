import type { DeviceRecord } from '../../domain/trail/device.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDateOrNull, toEpochMs, toEpochMsOrNull } from './rows.ts'
import type { Schema } from './schema.ts'
import { createSqlScanIntentStore } from './sql-scan-intent-store.ts'

type Row = Schema['device'] & { trail_name: string }
const decided = ['trail_id', 'number', 'epoch', 'trail_epoch', 'revoked_at'] as const

const toDevice = (row: Row): DeviceRecord => ({
  id: row.id,
  trailId: row.trail_id,
  trailName: row.trail_name,
  number: row.number,
  epoch: row.epoch,
  trailEpoch: row.trail_epoch,
  revokedAt: toDateOrNull(row.revoked_at),
  lastReportAt: toDateOrNull(row.last_report_at),
})

export function createSqlDeviceStore(dialect: SqlDialect): DeviceStore {
  const { db, rowLocks } = dialect
  const select = db
    .selectFrom('device')
    .innerJoin('trail', 'trail.id', 'device.trail_id')
    .selectAll('device')
    .select('trail.name as trail_name')
  const find = prepare((p: { id: string }) => select.where('device.id', '=', p.id))
  const lock = rowLocks
    ? prepare((p: { id: string }) => select.where('device.id', '=', p.id).forUpdate('device'))
    : find
  const list = prepare(() => select.orderBy('trail.name').orderBy('device.number'))
  const insert = prepare((p: Pick<Row, 'id' | 'trail_id' | 'number' | 'created_at'>) =>
    db
      .insertInto('device')
      .values({ ...pick(p, ['id', 'trail_id', 'number', 'created_at']), epoch: 0, trail_epoch: 0 }),
  )
  const update = prepare((p: Pick<Row, 'id' | (typeof decided)[number]>) =>
    db.updateTable('device').set(pick(p, decided)).where('id', '=', p.id),
  )
  const saveReport = prepare((p: { id: string; at: number }) =>
    db.updateTable('device').set({ last_report_at: p.at }).where('id', '=', p.id),
  )
  const countFree = prepare((p: { after: number }) =>
    db
      .selectFrom('device')
      .select(({ fn }) => fn.countAll<number>().as('free'))
      .where('revoked_at', 'is', null)
      .where(({ or, eb }) => or([eb('last_report_at', 'is', null), eb('last_report_at', '>', p.after)]))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('ride').select('ride.id').whereRef('device_id', '=', 'device.id').where('state', '=', 'active'),
          ),
        ),
      ),
  )

  return {
    ...createSqlScanIntentStore(dialect),
    *find(id) {
      const row = yield* first(find({ id }))
      return row && toDevice(row)
    },
    *lock(id) {
      const row = yield* first(lock({ id }))
      return row && toDevice(row)
    },
    *list() {
      return (yield* list({})).map(toDevice)
    },
    insert: ({ id, trailId, number, createdAt }) =>
      run(insert({ id, trail_id: trailId, number, created_at: toEpochMs(createdAt) })),
    update: ({ id, trailId, number, epoch, trailEpoch, revokedAt }) =>
      run(
        update({
          id,
          trail_id: trailId,
          number,
          epoch,
          trail_epoch: trailEpoch,
          revoked_at: toEpochMsOrNull(revokedAt),
        }),
      ),
    saveReport: (id, at) => run(saveReport({ id, at: toEpochMs(at) })),
    *countFree(reportedAfter) {
      return (yield* first(countFree({ after: toEpochMs(reportedAfter) })))?.free ?? 0
    },
  }
}
