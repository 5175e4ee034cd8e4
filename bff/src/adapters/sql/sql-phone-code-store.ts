import type { PhoneCodeEntry } from '../../domain/phone-code.ts'
import type { PhoneCodeStore } from '../../ports/phone-code-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['phone_code']

export function createSqlPhoneCodeStore({ db }: SqlDialect): PhoneCodeStore {
  const insert = prepare((p: Row) =>
    db
      .insertInto('phone_code')
      .values(pick(p, ['code_hash', 'person_id', 'state', 'lease_until', 'expires_at']))
      .onConflict((conflict) => conflict.doNothing())
      .returning('code_hash'),
  )
  const find = prepare((p: { code: string }) => db.selectFrom('phone_code').selectAll().where('code_hash', '=', p.code))
  const settle = prepare((p: { code: string; state: string }) =>
    db.updateTable('phone_code').set({ state: p.state }).where('code_hash', '=', p.code),
  )
  const remove = prepare((p: { code: string }) => db.deleteFrom('phone_code').where('code_hash', '=', p.code))
  const removeExpired = prepare((p: { at: number }) => db.deleteFrom('phone_code').where('expires_at', '<=', p.at))

  return {
    *insert({ codeHash, personId, state, leaseUntil, expiresAt }) {
      const row = { code_hash: codeHash, person_id: personId, state }
      const inserted = insert({ ...row, lease_until: toEpochMs(leaseUntil), expires_at: toEpochMs(expiresAt) })
      return (yield* first(inserted)) !== undefined
    },
    *find(code) {
      const row = yield* first(find({ code }))
      return (
        row && {
          codeHash: row.code_hash,
          personId: row.person_id,
          state: row.state as PhoneCodeEntry['state'],
          leaseUntil: toDate(row.lease_until),
          expiresAt: toDate(row.expires_at),
        }
      )
    },
    settle: (code, state) => run(settle({ code, state })),
    remove: (code) => run(remove({ code })),
    removeExpired: (at) => run(removeExpired({ at: toEpochMs(at) })),
  }
}
