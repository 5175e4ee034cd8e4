import type { ContentField, ContentStanding, PendingContent } from '../../domain/content.ts'
import type { PendingContentStore } from '../../ports/pending-content-store.ts'
import type { SqlDialect } from './dialect.ts'
import { changing, first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['pending_content']
const columns = ['person_id', 'field', 'value', 'standing', 'trace_id', 'changed_at'] as const

const toContent = (row: Row): PendingContent => ({
  personId: row.person_id,
  field: row.field as ContentField,
  value: row.value,
  standing: row.standing as ContentStanding,
  traceId: row.trace_id,
  changedAt: toDate(row.changed_at),
})

export function createSqlPendingContentStore({ db }: SqlDialect): PendingContentStore {
  const select = db.selectFrom('pending_content').selectAll()
  const upsert = prepare((p: Row) =>
    db
      .insertInto('pending_content')
      .values(pick(p, columns))
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'field']).doUpdateSet((update) => ({
          value: update.ref('excluded.value'),
          standing: update.ref('excluded.standing'),
          trace_id: update.ref('excluded.trace_id'),
          changed_at: update.ref('excluded.changed_at'),
        })),
      ),
  )
  const list = prepare((p: { person: string }) => select.where('person_id', '=', p.person).orderBy('field'))
  const findByTrace = prepare((p: { trace: string }) => select.where('trace_id', '=', p.trace))
  const remove = prepare((p: { person: string; field: string }) =>
    db.deleteFrom('pending_content').where('person_id', '=', p.person).where('field', '=', p.field),
  )
  const listForReview = prepare(() => select.where('standing', '=', 'review').orderBy('changed_at'))
  const listDue = prepare((p: { before: number; limit: number }) =>
    select
      .where(({ or, and, eb }) =>
        or([eb('standing', '=', 'unchecked'), and([eb('standing', '=', 'asked'), eb('changed_at', '<', p.before)])]),
      )
      .orderBy('changed_at')
      .limit(p.limit),
  )

  return {
    upsert: (content) =>
      run(
        changing(
          upsert({
            person_id: content.personId,
            field: content.field,
            value: content.value,
            standing: content.standing,
            trace_id: content.traceId,
            changed_at: toEpochMs(content.changedAt),
          }),
          [content.personId],
        ),
      ),
    *list(person) {
      return (yield* list({ person })).map(toContent)
    },
    *findByTrace(trace) {
      const row = yield* first(findByTrace({ trace }))
      return row && toContent(row)
    },
    remove: (person, field) => run(changing(remove({ person, field }), [person])),
    *listForReview() {
      return (yield* listForReview({})).map(toContent)
    },
    *listDue({ askedBefore, limit }) {
      return (yield* listDue({ before: toEpochMs(askedBefore), limit })).map(toContent)
    },
  }
}
