import type { PersonStore } from '../../ports/person-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

export function createSqlConsentStore({ db }: SqlDialect): Pick<PersonStore, 'listConsents' | 'insertConsent'> {
  const list = prepare((p: { person: string }) =>
    db.selectFrom('consent').selectAll().where('person_id', '=', p.person).orderBy('agreed_at').orderBy('agreement_id'),
  )
  const insert = prepare((p: Schema['consent']) =>
    db
      .insertInto('consent')
      .values(pick(p, ['person_id', 'agreement_id', 'version', 'agreed_at']))
      .onConflict((conflict) => conflict.doNothing()),
  )

  return {
    *listConsents(person) {
      const rows = yield* list({ person })
      return rows.map((row) => ({
        agreementId: row.agreement_id,
        version: row.version,
        agreedAt: toDate(row.agreed_at),
      }))
    },
    insertConsent: (personId, { agreementId, version, agreedAt }) =>
      run(insert({ person_id: personId, agreement_id: agreementId, version, agreed_at: toEpochMs(agreedAt) })),
  }
}
