import type { ErasureCause } from '../../domain/erasure.ts'
import type { ErasureStore } from '../../ports/erasure-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

export function createSqlErasureStore({ db }: SqlDialect): ErasureStore {
  const insert = prepare((p: Schema['erasure']) =>
    db
      .insertInto('erasure')
      .values(pick(p, ['person_hash', 'cause', 'erased_at']))
      .onConflict((conflict) => conflict.doNothing()),
  )
  const list = prepare(() => db.selectFrom('erasure').selectAll().orderBy('erased_at'))
  const removeOlder = prepare((p: { before: number }) => db.deleteFrom('erasure').where('erased_at', '<', p.before))

  return {
    insert: ({ personHash, cause, erasedAt }) =>
      run(insert({ person_hash: personHash, cause, erased_at: toEpochMs(erasedAt) })),
    *list() {
      return (yield* list({})).map((row) => ({
        personHash: row.person_hash,
        cause: row.cause as ErasureCause,
        erasedAt: toDate(row.erased_at),
      }))
    },
    removeOlderThan: (before) => run(removeOlder({ before: toEpochMs(before) })),
  }
}
