import type { LedgerEntry, Refusal } from '../../domain/login-ledger.ts'
import type { LoginLedger } from '../../ports/login-ledger.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['login_ledger']
const columns = [
  'nonce_hash',
  'state',
  'lease_until',
  'contested',
  'token_hash',
  'sealed_answer',
  'refusal',
  'expires_at',
] as const

const toEntry = (row: Row): LedgerEntry => ({
  codeHash: row.code_hash,
  nonceHash: row.nonce_hash,
  state: row.state as LedgerEntry['state'],
  leaseUntil: toDate(row.lease_until),
  contested: row.contested === 1,
  tokenHash: row.token_hash,
  sealedAnswer: row.sealed_answer,
  refusal: row.refusal as Refusal | null,
  expiresAt: toDate(row.expires_at),
})

const toRow = (entry: LedgerEntry): Row => ({
  code_hash: entry.codeHash,
  nonce_hash: entry.nonceHash,
  state: entry.state,
  lease_until: toEpochMs(entry.leaseUntil),
  contested: entry.contested ? 1 : 0,
  token_hash: entry.tokenHash,
  sealed_answer: entry.sealedAnswer,
  refusal: entry.refusal,
  expires_at: toEpochMs(entry.expiresAt),
})

export function createSqlLoginLedger({ db, rowLocks }: SqlDialect): LoginLedger {
  const insert = prepare((p: Row) =>
    db
      .insertInto('login_ledger')
      .values(pick(p, ['code_hash', ...columns]))
      .onConflict((conflict) => conflict.doNothing())
      .returning('code_hash'),
  )
  const select = db.selectFrom('login_ledger').selectAll()
  const find = prepare((p: { code: string }) => select.where('code_hash', '=', p.code))
  const lock = rowLocks ? prepare((p: { code: string }) => select.where('code_hash', '=', p.code).forUpdate()) : find
  const update = prepare((p: Row) =>
    db.updateTable('login_ledger').set(pick(p, columns)).where('code_hash', '=', p.code_hash),
  )
  const answer = prepare(
    (p: { code: string; nonce: string; contested: number; token_hash: string; sealed_answer: string }) =>
      db
        .updateTable('login_ledger')
        .set({ ...pick(p, ['token_hash', 'sealed_answer']), state: 'answered' })
        .where('code_hash', '=', p.code)
        .where('nonce_hash', '=', p.nonce)
        .where('state', '=', 'leased')
        .where('contested', '<=', p.contested)
        .returning('code_hash'),
  )
  const forget = prepare((p: { person: string }) =>
    db
      .updateTable('login_ledger')
      .set({ sealed_answer: null, token_hash: null })
      .where('token_hash', 'in', ({ selectFrom }) =>
        selectFrom('session').select('token_hash').where('person_id', '=', p.person),
      ),
  )
  const abandon = prepare((p: { at: number }) =>
    db.updateTable('login_ledger').set({ lease_until: p.at }).where('state', '=', 'leased'),
  )
  const removeExpired = prepare((p: { at: number }) => db.deleteFrom('login_ledger').where('expires_at', '<=', p.at))

  return {
    *insert(entry) {
      return (yield* first(insert(toRow(entry)))) !== undefined
    },
    *find(code) {
      const row = yield* first(find({ code }))
      return row && toEntry(row)
    },
    *lock(code) {
      const row = yield* first(lock({ code }))
      return row && toEntry(row)
    },
    update: (entry) => run(update(toRow(entry))),
    *answer({ codeHash, nonceHash }, { tokenHash, sealedAnswer, evenIfContested }) {
      const answered = answer({
        code: codeHash,
        nonce: nonceHash,
        contested: Number(evenIfContested),
        token_hash: tokenHash,
        sealed_answer: sealedAnswer,
      })
      return (yield* first(answered)) !== undefined
    },
    abandonLeases: (at) => run(abandon({ at: toEpochMs(at) })),
    forgetAnswersOf: (person) => run(forget({ person })),
    removeExpired: (at) => run(removeExpired({ at: toEpochMs(at) })),
  }
}
