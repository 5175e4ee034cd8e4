import type { JoinCause } from '../../domain/person-join.ts'
import { unionKey } from '../../domain/union.ts'
import type { UnionStore } from '../../ports/union-store.ts'
import type { SqlDialect } from './dialect.ts'
import { createMoveBelongings } from './move-belongings.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Pair = Schema['person_apart']

export function createSqlUnionStore(dialect: SqlDialect): UnionStore {
  const { db } = dialect
  const find = prepare((p: { provider: string; subject: string }) =>
    db
      .selectFrom('union_account')
      .select('person_id')
      .where('provider', '=', p.provider)
      .where('subject', '=', p.subject),
  )
  const insert = prepare((p: Schema['union_account']) =>
    db.insertInto('union_account').values(pick(p, ['provider', 'subject', 'person_id', 'created_at'])),
  )
  const same = prepare((p: { person: string }) =>
    db
      .selectFrom('identity as own')
      .innerJoin('identity as other', 'other.union_subject', 'own.union_subject')
      .innerJoin('person', 'person.id', 'other.person_id')
      .select(['own.platform as own_platform', 'other.platform', 'other.union_subject', 'other.person_id'])
      .where('own.person_id', '=', p.person)
      .where('other.person_id', '<>', p.person)
      .where('person.registered_at', 'is not', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('person_apart as apart')
              .select('apart.person_id')
              .where('apart.person_id', '=', p.person)
              .whereRef('apart.other_person_id', '=', 'other.person_id'),
          ),
        ),
      )
      .orderBy('other.created_at')
      .orderBy('other.person_id'),
  )
  const insertJoin = prepare((p: Schema['person_join']) =>
    db.insertInto('person_join').values(pick(p, ['joined_person_id', 'person_id', 'cause', 'joined_at'])),
  )
  const listJoins = prepare((p: { person: string }) =>
    db.selectFrom('person_join').selectAll().where('person_id', '=', p.person).orderBy('joined_at'),
  )
  const keepApart = prepare((p: Pair) =>
    db
      .insertInto('person_apart')
      .values(pick(p, ['person_id', 'other_person_id']))
      .onConflict((conflict) => conflict.doNothing()),
  )
  const apart = prepare((p: Pair) =>
    db
      .selectFrom('person_apart')
      .select('person_id')
      .where('person_id', '=', p.person_id)
      .where('other_person_id', '=', p.other_person_id),
  )
  const move = createMoveBelongings(dialect)
  const providerOf = (platform: string, subject: string | null) => unionKey(platform, subject)?.provider

  return {
    *findPerson({ provider, subject }) {
      return (yield* first(find({ provider, subject })))?.person_id
    },
    insert: ({ provider, subject }, personId, at) =>
      run(insert({ provider, subject, person_id: personId, created_at: toEpochMs(at) })),
    *listSameMembers(person) {
      const rows = yield* same({ person })
      const proven = rows.filter(
        (row) => providerOf(row.own_platform, row.union_subject) === providerOf(row.platform, row.union_subject),
      )
      return [...new Set(proven.map((row) => row.person_id))]
    },
    moveBelongings: (from, into) => move({ from, into }),
    insertJoin: ({ personId, joinedPersonId, cause, joinedAt }) =>
      run(insertJoin({ joined_person_id: joinedPersonId, person_id: personId, cause, joined_at: toEpochMs(joinedAt) })),
    *listJoins(person) {
      return (yield* listJoins({ person })).map((row) => ({
        personId: row.person_id,
        joinedPersonId: row.joined_person_id,
        cause: row.cause as JoinCause,
        joinedAt: toDate(row.joined_at),
      }))
    },
    *keepApart(one, other) {
      yield* run(keepApart({ person_id: one, other_person_id: other }))
      yield* run(keepApart({ person_id: other, other_person_id: one }))
    },
    *isApart(one, other) {
      return (yield* first(apart({ person_id: one, other_person_id: other }))) !== undefined
    },
  }
}
