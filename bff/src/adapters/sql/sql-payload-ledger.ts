import type { PayloadLedger } from '../../ports/payload-ledger.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

export function createSqlPayloadLedger({ db }: SqlDialect): PayloadLedger {
  const insert = prepare((p: Schema['payload_ledger']) =>
    db
      .insertInto('payload_ledger')
      .values(pick(p, ['payload_hash', 'person_id', 'sealed_answer', 'expires_at']))
      .onConflict((conflict) => conflict.doNothing())
      .returning('payload_hash'),
  )
  const find = prepare((p: { hash: string }) =>
    db.selectFrom('payload_ledger').selectAll().where('payload_hash', '=', p.hash),
  )
  const insertFailure = prepare((p: Schema['payload_failure']) =>
    db.insertInto('payload_failure').values(pick(p, ['id', 'person_id', 'operation', 'failed_at'])),
  )
  const findFailure = prepare((p: { person: string; operation: string; since: number; skipped: number }) =>
    db
      .selectFrom('payload_failure')
      .select('failed_at')
      .where('person_id', '=', p.person)
      .where('operation', '=', p.operation)
      .where('failed_at', '>', p.since)
      .orderBy('failed_at', 'desc')
      .limit(1)
      .offset(p.skipped),
  )
  const removeExpired = prepare((p: { at: number }) => db.deleteFrom('payload_ledger').where('expires_at', '<=', p.at))
  const removeFailures = prepare((p: { before: number }) =>
    db.deleteFrom('payload_failure').where('failed_at', '<', p.before),
  )

  return {
    *insert({ payloadHash, personId, sealedAnswer, expiresAt }) {
      const row = {
        payload_hash: payloadHash,
        person_id: personId,
        sealed_answer: sealedAnswer,
        expires_at: toEpochMs(expiresAt),
      }
      return (yield* first(insert(row))) !== undefined
    },
    *find(hash) {
      const row = yield* first(find({ hash }))
      if (!row) return undefined
      return {
        payloadHash: row.payload_hash,
        personId: row.person_id,
        sealedAnswer: row.sealed_answer,
        expiresAt: toDate(row.expires_at),
      }
    },
    insertFailure: ({ id, personId, operation, failedAt }) =>
      run(insertFailure({ id, person_id: personId, operation, failed_at: toEpochMs(failedAt) })),
    *findFailure({ personId, operation, nthLast, since }) {
      const row = yield* first(
        findFailure({ person: personId, operation, since: toEpochMs(since), skipped: nthLast - 1 }),
      )
      return row && toDate(row.failed_at)
    },
    *removeExpired({ at, failedBefore }) {
      yield* run(removeExpired({ at: toEpochMs(at) }))
      yield* run(removeFailures({ before: toEpochMs(failedBefore) }))
    },
  }
}
