import type { SecretReceipt } from '../../domain/secret-link.ts'
import type { SecretLinkStore } from '../../ports/secret-link-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toDateOrNull, toEpochMs, toEpochMsOrNull } from './rows.ts'
import type { Schema } from './schema.ts'

type LinkRow = Schema['secret_link']
type ReceiptRow = Schema['secret_receipt']
const receiptColumns = [
  'receipt_hash',
  'link_hash',
  'app_row_id',
  'version',
  'fingerprint',
  'created_at',
  'withdrawn_at',
] as const

const toReceipt = (row: ReceiptRow): SecretReceipt => ({
  receiptHash: row.receipt_hash,
  linkHash: row.link_hash,
  appRowId: row.app_row_id,
  version: row.version,
  fingerprint: row.fingerprint,
  createdAt: toDate(row.created_at),
  withdrawnAt: toDateOrNull(row.withdrawn_at),
})

const toReceiptRow = (receipt: SecretReceipt): ReceiptRow => ({
  receipt_hash: receipt.receiptHash,
  link_hash: receipt.linkHash,
  app_row_id: receipt.appRowId,
  version: receipt.version,
  fingerprint: receipt.fingerprint,
  created_at: toEpochMs(receipt.createdAt),
  withdrawn_at: toEpochMsOrNull(receipt.withdrawnAt),
})

export function createSqlSecretLinkStore({ db }: SqlDialect): SecretLinkStore {
  const insert = prepare((p: LinkRow) =>
    db.insertInto('secret_link').values(pick(p, ['link_hash', 'app_row_id', 'tries', 'created_at', 'expires_at'])),
  )
  const find = prepare((p: { hash: string; at: number }) =>
    db.selectFrom('secret_link').selectAll().where('link_hash', '=', p.hash).where('expires_at', '>', p.at),
  )
  const takeTry = prepare((p: { hash: string; at: number; max: number }) =>
    db
      .updateTable('secret_link')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('link_hash', '=', p.hash)
      .where('expires_at', '>', p.at)
      .where('tries', '<', p.max)
      .returning('link_hash'),
  )
  const claim = prepare((p: { hash: string; at: number }) =>
    db.deleteFrom('secret_link').where('link_hash', '=', p.hash).where('expires_at', '>', p.at).returning('link_hash'),
  )
  const removeExpired = prepare((p: { at: number }) => db.deleteFrom('secret_link').where('expires_at', '<=', p.at))
  const insertReceipt = prepare((p: ReceiptRow) => db.insertInto('secret_receipt').values(pick(p, receiptColumns)))
  const findReceipt = prepare((p: { hash: string }) =>
    db.selectFrom('secret_receipt').selectAll().where('receipt_hash', '=', p.hash),
  )
  const markWithdrawn = prepare((p: { hash: string; at: number }) =>
    db.updateTable('secret_receipt').set({ withdrawn_at: p.at }).where('receipt_hash', '=', p.hash),
  )

  return {
    insert: ({ linkHash, appRowId, createdAt, expiresAt }) =>
      run(
        insert({
          link_hash: linkHash,
          app_row_id: appRowId,
          tries: 0,
          created_at: toEpochMs(createdAt),
          expires_at: toEpochMs(expiresAt),
        }),
      ),
    *find(linkHash, at) {
      const row = yield* first(find({ hash: linkHash, at: toEpochMs(at) }))
      return (
        row && {
          linkHash: row.link_hash,
          appRowId: row.app_row_id,
          createdAt: toDate(row.created_at),
          expiresAt: toDate(row.expires_at),
        }
      )
    },
    *takeTry(linkHash, at, maxTries) {
      return (yield* takeTry({ hash: linkHash, at: toEpochMs(at), max: maxTries })).length > 0
    },
    *claim(linkHash, at) {
      return (yield* claim({ hash: linkHash, at: toEpochMs(at) })).length > 0
    },
    removeExpired: (at) => run(removeExpired({ at: toEpochMs(at) })),
    insertReceipt: (receipt) => run(insertReceipt(toReceiptRow(receipt))),
    *findReceipt(receiptHash) {
      const row = yield* first(findReceipt({ hash: receiptHash }))
      return row && toReceipt(row)
    },
    markWithdrawn: (receiptHash, at) => run(markWithdrawn({ hash: receiptHash, at: toEpochMs(at) })),
  }
}
