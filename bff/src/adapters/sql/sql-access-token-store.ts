import { sql } from 'kysely'
import type { AccessTokenRecord } from '../../domain/access-token.ts'
import type { AccessTokenStore } from '../../ports/access-token-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toDate, toDateOrNull, toEpochMs, toEpochMsOrNull } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['access_token']
type Key = Pick<Row, 'platform' | 'app_id'>
const columns = ['sealed', 'fetched_at', 'expires_at', 'lease_until', 'forced_at'] as const

const toRecord = (row: Row): AccessTokenRecord => ({
  platform: row.platform,
  appId: row.app_id,
  token:
    row.sealed === null
      ? null
      : { sealed: row.sealed, fetchedAt: toDate(row.fetched_at), expiresAt: toDate(row.expires_at) },
  leaseUntil: toDateOrNull(row.lease_until),
  forcedAt: (JSON.parse(row.forced_at) as number[]).map(toDate),
})

const toRow = ({ platform, appId, token, leaseUntil, forcedAt }: AccessTokenRecord): Row => ({
  platform,
  app_id: appId,
  sealed: token?.sealed ?? null,
  fetched_at: token ? toEpochMs(token.fetchedAt) : 0,
  expires_at: token ? toEpochMs(token.expiresAt) : 0,
  lease_until: toEpochMsOrNull(leaseUntil),
  forced_at: JSON.stringify(forcedAt.map(toEpochMs)),
})

export function createSqlAccessTokenStore({ db, rowLocks }: SqlDialect): AccessTokenStore {
  const insert = prepare((p: Row) =>
    db
      .insertInto('access_token')
      .values(pick(p, ['platform', 'app_id', ...columns]))
      .onConflict((conflict) => conflict.doNothing()),
  )
  const select = prepare((p: Key) => {
    const query = db
      .selectFrom('access_token')
      .selectAll()
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
    return rowLocks ? query.forUpdate() : query
  })
  const update = prepare((p: Row) =>
    db
      .updateTable('access_token')
      .set(pick(p, columns))
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id),
  )
  const abandon = prepare(() => db.updateTable('access_token').set({ lease_until: sql<null>`null` }))

  return {
    *lock({ platform, appId }) {
      const empty: AccessTokenRecord = { platform, appId, token: null, leaseUntil: null, forcedAt: [] }
      yield* run(insert(toRow(empty)))
      const [row] = yield* select({ platform, app_id: appId })
      return row ? toRecord(row) : empty
    },
    update: (record) => run(update(toRow(record))),
    abandonLeases: () => run(abandon({})),
  }
}
