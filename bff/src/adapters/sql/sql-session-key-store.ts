import type { SessionKeyStore } from '../../ports/session-key-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['session_key']

export function createSqlSessionKeyStore({ db }: SqlDialect): SessionKeyStore {
  const insert = prepare((p: Row) =>
    db.insertInto('session_key').values(pick(p, ['person_id', 'platform', 'app_id', 'epoch', 'sealed', 'created_at'])),
  )
  const removeBefore = prepare((p: Pick<Row, 'person_id' | 'platform' | 'app_id' | 'epoch'>) =>
    db
      .deleteFrom('session_key')
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('epoch', '<', p.epoch),
  )
  const list = prepare((p: Pick<Row, 'person_id' | 'platform' | 'app_id'>) =>
    db
      .selectFrom('session_key')
      .selectAll()
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .orderBy('epoch', 'desc'),
  )
  const removeOlder = prepare((p: { before: number }) =>
    db.deleteFrom('session_key').where('created_at', '<', p.before),
  )

  return {
    *insert({ personId, platform, appId, epoch, sealed, createdAt }) {
      const key = { person_id: personId, platform, app_id: appId }
      yield* insert({ ...key, epoch, sealed, created_at: toEpochMs(createdAt) })
      yield* removeBefore({ ...key, epoch: epoch - 1 })
    },
    *list(personId, platform, appId) {
      const rows = yield* list({ person_id: personId, platform, app_id: appId })
      return rows.map((row) => ({
        personId,
        platform,
        appId,
        epoch: row.epoch,
        sealed: row.sealed,
        createdAt: toDate(row.created_at),
      }))
    },
    removeOlderThan: (before) => run(removeOlder({ before: toEpochMs(before) })),
  }
}
