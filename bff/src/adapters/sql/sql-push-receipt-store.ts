import type { PushReceiptStore } from '../../ports/push-receipt-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['push_receipt']

export function createSqlPushReceiptStore({ db }: SqlDialect): PushReceiptStore {
  const insert = prepare((p: Omit<Row, 'settled'>) =>
    db
      .insertInto('push_receipt')
      .values({ ...pick(p, ['app_id', 'nonce_hash', 'message_hash', 'received_at']), settled: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .returning('nonce_hash'),
  )
  const find = prepare((p: { app: string; nonce: string }) =>
    db.selectFrom('push_receipt').selectAll().where('app_id', '=', p.app).where('nonce_hash', '=', p.nonce),
  )
  const settle = prepare((p: { app: string; message: string }) =>
    db
      .updateTable('push_receipt')
      .set({ settled: 1 })
      .where('app_id', '=', p.app)
      .where('message_hash', '=', p.message),
  )
  const findSettled = prepare((p: { app: string; message: string }) =>
    db
      .selectFrom('push_receipt')
      .select('settled')
      .where('app_id', '=', p.app)
      .where('message_hash', '=', p.message)
      .where('settled', '=', 1)
      .limit(1),
  )
  const removeOlder = prepare((p: { before: number }) =>
    db.deleteFrom('push_receipt').where('received_at', '<', p.before),
  )

  return {
    *insert({ appId, nonceHash, messageHash, receivedAt }) {
      const row = { app_id: appId, nonce_hash: nonceHash, message_hash: messageHash }
      return (yield* first(insert({ ...row, received_at: toEpochMs(receivedAt) }))) !== undefined
    },
    *find(app, nonce) {
      const row = yield* first(find({ app, nonce }))
      return (
        row && {
          appId: row.app_id,
          nonceHash: row.nonce_hash,
          messageHash: row.message_hash,
          receivedAt: toDate(row.received_at),
        }
      )
    },
    settle: ({ appId, messageHash }) => run(settle({ app: appId, message: messageHash })),
    *isSettled({ appId, messageHash }) {
      return (yield* first(findSettled({ app: appId, message: messageHash }))) !== undefined
    },
    removeOlderThan: (before) => run(removeOlder({ before: toEpochMs(before) })),
  }
}
