import type { AppRecord, AppState, SealedAppSecret, SealedPushSettings } from '../../domain/registered-app.ts'
import type { AppStore } from '../../ports/app-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toDateOrNull, toEpochMs, toEpochMsOrNull } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['app']
type SecretRow = Schema['app_secret']
type PushRow = Schema['app_push']
const columns = ['id', 'platform', 'app_id', 'label', 'state', 'secret_version', 'created_at'] as const
const secretColumns = ['app_row_id', 'version', 'sealed', 'fingerprint', 'created_at', 'good_until'] as const

const toApp = (row: Row): AppRecord => ({
  id: row.id,
  platform: row.platform as AppRecord['platform'],
  appId: row.app_id,
  label: row.label,
  state: row.state as AppState,
  secretVersion: row.secret_version,
  createdAt: toDate(row.created_at),
})

const toRow = ({ id, platform, appId, label, state, secretVersion, createdAt }: AppRecord): Row => ({
  id,
  platform,
  app_id: appId,
  label,
  state,
  secret_version: secretVersion,
  created_at: toEpochMs(createdAt),
})

const toSecret = (row: SecretRow): SealedAppSecret => ({
  appRowId: row.app_row_id,
  version: row.version,
  sealed: row.sealed,
  fingerprint: row.fingerprint,
  createdAt: toDate(row.created_at),
  goodUntil: toDateOrNull(row.good_until),
})

const toSecretRow = ({ appRowId, createdAt, goodUntil, ...secret }: SealedAppSecret): SecretRow => ({
  ...secret,
  app_row_id: appRowId,
  created_at: toEpochMs(createdAt),
  good_until: toEpochMsOrNull(goodUntil),
})

const toPush = (row: PushRow): SealedPushSettings => ({
  appRowId: row.app_row_id,
  sealed: row.sealed,
  changedAt: toDate(row.changed_at),
})

export function createSqlAppStore({ db, rowLocks }: SqlDialect): AppStore {
  const list = prepare(() => db.selectFrom('app').selectAll().orderBy('created_at').orderBy('id'))
  const lock = prepare((p: Pick<Row, 'platform' | 'app_id'>) => {
    const query = db.selectFrom('app').selectAll().where('platform', '=', p.platform).where('app_id', '=', p.app_id)
    return rowLocks ? query.forUpdate() : query
  })
  const insert = prepare((p: Row) =>
    db
      .insertInto('app')
      .values(pick(p, columns))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  )
  const update = prepare((p: Row) =>
    db
      .updateTable('app')
      .set(pick(p, ['label', 'state', 'secret_version']))
      .where('id', '=', p.id),
  )
  const listSecrets = prepare(() => db.selectFrom('app_secret').selectAll().orderBy('version', 'desc'))
  const insertSecret = prepare((p: SecretRow) => db.insertInto('app_secret').values(pick(p, secretColumns)))
  const replace = prepare((p: { app_row_id: string; good_until: number }) =>
    db
      .updateTable('app_secret')
      .set({ good_until: p.good_until })
      .where('app_row_id', '=', p.app_row_id)
      .where('good_until', 'is', null),
  )
  const removeSecrets = prepare((p: { app_row_id: string; version: number }) =>
    db
      .deleteFrom('app_secret')
      .where('app_row_id', '=', p.app_row_id)
      .where('version', '<=', p.version)
      .returning('version'),
  )
  const listPush = prepare(() => db.selectFrom('app_push').selectAll())
  const savePush = prepare((p: PushRow) =>
    db
      .insertInto('app_push')
      .values(pick(p, ['app_row_id', 'sealed', 'changed_at']))
      .onConflict((conflict) => conflict.column('app_row_id').doUpdateSet(pick(p, ['sealed', 'changed_at']))),
  )
  const removeExpired = prepare((p: { at: number }) => db.deleteFrom('app_secret').where('good_until', '<=', p.at))

  return {
    *list() {
      return (yield* list({})).map(toApp)
    },
    *lock({ platform, appId }) {
      const row = yield* first(lock({ platform, app_id: appId }))
      return row && toApp(row)
    },
    *insert(app) {
      return (yield* insert(toRow(app))).length > 0
    },
    update: (app) => run(update(toRow(app))),
    *listSecrets() {
      return (yield* listSecrets({})).map(toSecret)
    },
    insertSecret: (secret) => run(insertSecret(toSecretRow(secret))),
    replaceSecret: (appRowId, goodUntil) => run(replace({ app_row_id: appRowId, good_until: toEpochMs(goodUntil) })),
    *removeSecretsUpTo(appRowId, version) {
      return (yield* removeSecrets({ app_row_id: appRowId, version })).length
    },
    *listPushSettings() {
      return (yield* listPush({})).map(toPush)
    },
    savePushSettings: ({ appRowId, sealed, changedAt }) =>
      run(savePush({ app_row_id: appRowId, sealed, changed_at: toEpochMs(changedAt) })),
    removeExpiredSecrets: (at) => run(removeExpired({ at: toEpochMs(at) })),
  }
}
