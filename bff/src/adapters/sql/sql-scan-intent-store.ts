import type { ScanIntent } from '../../domain/trail/device.ts'
import type { DeviceStore } from '../../ports/trail/device-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['scan_intent']

const toIntent = (row: Row): ScanIntent => ({
  id: row.id,
  personId: row.person_id,
  deviceId: row.device_id,
  entryKind: row.entry_kind,
  expiresAt: toDate(row.expires_at),
})

export function createSqlScanIntentStore({
  db,
}: SqlDialect): Pick<
  DeviceStore,
  'findIntent' | 'findIntentOf' | 'listIntents' | 'insertIntent' | 'extendIntent' | 'removeExpiredIntents'
> {
  const select = db.selectFrom('scan_intent').selectAll()
  const find = prepare((p: { id: string }) => select.where('id', '=', p.id))
  const findOf = prepare((p: { person: string; device: string; at: number }) =>
    select
      .where('person_id', '=', p.person)
      .where('device_id', '=', p.device)
      .where('expires_at', '>', p.at)
      .orderBy('expires_at', 'desc')
      .limit(1),
  )
  const list = prepare((p: { person: string }) => select.where('person_id', '=', p.person).orderBy('expires_at'))
  const insert = prepare((p: Row) =>
    db.insertInto('scan_intent').values(pick(p, ['id', 'person_id', 'device_id', 'entry_kind', 'expires_at'])),
  )
  const extend = prepare((p: { id: string; expires_at: number }) =>
    db.updateTable('scan_intent').set({ expires_at: p.expires_at }).where('id', '=', p.id),
  )
  const removeExpired = prepare((p: { at: number }) => db.deleteFrom('scan_intent').where('expires_at', '<=', p.at))

  return {
    *findIntent(id) {
      const row = yield* first(find({ id }))
      return row && toIntent(row)
    },
    *findIntentOf(person, device, validAt) {
      const row = yield* first(findOf({ person, device, at: toEpochMs(validAt) }))
      return row && toIntent(row)
    },
    *listIntents(person) {
      return (yield* list({ person })).map(toIntent)
    },
    insertIntent: ({ id, personId, deviceId, entryKind, expiresAt }) =>
      run(
        insert({
          id,
          person_id: personId,
          device_id: deviceId,
          entry_kind: entryKind,
          expires_at: toEpochMs(expiresAt),
        }),
      ),
    extendIntent: (id, expiresAt) => run(extend({ id, expires_at: toEpochMs(expiresAt) })),
    removeExpiredIntents: (at) => run(removeExpired({ at: toEpochMs(at) })),
  }
}
