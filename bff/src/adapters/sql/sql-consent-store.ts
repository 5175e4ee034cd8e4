import type { ConsentRecord } from '../../domain/person.ts'
import type { PersonStore } from '../../ports/person-store.ts'
import type { SqlDialect } from './dialect.ts'
import { changing, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

const columns = ['person_id', 'agreement_id', 'version', 'agreed_at', 'screen'] as const
type Row = Schema['consent']

const toConsent = (row: Row): ConsentRecord => ({
  agreementId: row.agreement_id,
  version: row.version,
  agreedAt: toDate(row.agreed_at),
  screen: row.screen,
})

export function createSqlConsentStore({
  db,
}: SqlDialect): Pick<PersonStore, 'listConsents' | 'insertConsent' | 'withdrawConsent' | 'listWithdrawnConsents'> {
  const list = prepare((p: { person: string }) =>
    db.selectFrom('consent').selectAll().where('person_id', '=', p.person).orderBy('agreed_at').orderBy('agreement_id'),
  )
  const insert = prepare((p: Row) =>
    db
      .insertInto('consent')
      .values(pick(p, columns))
      .onConflict((conflict) => conflict.doNothing()),
  )
  const take = prepare((p: { person: string; agreement: string }) =>
    db
      .deleteFrom('consent')
      .where('person_id', '=', p.person)
      .where('agreement_id', '=', p.agreement)
      .returning([...columns]),
  )
  const insertWithdrawn = prepare((p: Schema['withdrawn_consent']) =>
    db.insertInto('withdrawn_consent').values(pick(p, [...columns, 'withdrawn_at'])),
  )
  const listWithdrawn = prepare((p: { person: string }) =>
    db.selectFrom('withdrawn_consent').selectAll().where('person_id', '=', p.person).orderBy('withdrawn_at'),
  )

  return {
    *listConsents(person) {
      return (yield* list({ person })).map(toConsent)
    },
    insertConsent: (personId, { agreementId, version, agreedAt, screen }) =>
      run(
        changing(
          insert({ person_id: personId, agreement_id: agreementId, version, agreed_at: toEpochMs(agreedAt), screen }),
          [personId],
        ),
      ),
    *withdrawConsent(person, agreement, at) {
      for (const row of yield* changing(take({ person, agreement }), [person])) {
        yield* run(insertWithdrawn({ ...row, withdrawn_at: toEpochMs(at) }))
      }
    },
    *listWithdrawnConsents(person) {
      const rows = yield* listWithdrawn({ person })
      return rows.map((row) => ({ ...toConsent(row), withdrawnAt: toDate(row.withdrawn_at) }))
    },
  }
}
