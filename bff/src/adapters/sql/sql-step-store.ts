import type { StepStore } from '../../ports/trail/step-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import type { Schema } from './schema.ts'

export function createSqlStepStore({ db }: SqlDialect): StepStore {
  const upsert = prepare((p: Schema['step_day']) =>
    db
      .insertInto('step_day')
      .values(pick(p, ['person_id', 'day', 'steps']))
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'day']).doUpdateSet((update) => ({ steps: update.ref('excluded.steps') })),
      ),
  )
  const removeOfPerson = prepare((p: { person: string }) => db.deleteFrom('step_day').where('person_id', '=', p.person))
  const since = prepare((p: { person: string; day: string }) =>
    db
      .selectFrom('step_day')
      .select(['day', 'steps'])
      .where('person_id', '=', p.person)
      .where('day', '>=', p.day)
      .orderBy('day'),
  )
  return {
    upsert: (personId, { day, steps }) => run(upsert({ person_id: personId, day, steps })),
    removeOfPerson: (person) => run(removeOfPerson({ person })),
    *listSince(person, day) {
      return yield* since({ person, day })
    },
  }
}
