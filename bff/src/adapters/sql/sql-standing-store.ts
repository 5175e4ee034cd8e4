import type { Standing } from '../../domain/trail/standing.ts'
import type { StandingStore } from '../../ports/trail/standing-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import type { Schema } from './schema.ts'

interface Row {
  person_id: string
  nickname: string | null
  avatar_id: string | null
  distance_mm: number
  shown: number
}

const toStanding = (row: Row): Standing => ({
  personId: row.person_id,
  nickname: row.nickname,
  avatarId: row.avatar_id,
  distanceMillimeters: row.distance_mm,
  shown: row.shown === 1,
})

export function createSqlStandingStore({ db, rowLocks }: SqlDialect): StandingStore {
  const choice = db.selectFrom('person').select('ranked')
  // Locked, so that a person who hides concurrently is not added as visible.
  const ranked = prepare((p: { person: string }) => {
    const query = choice.where('id', '=', p.person)
    return rowLocks ? query.forShare() : query
  })
  const add = prepare((p: Schema['standing']) =>
    db
      .insertInto('standing')
      .values(pick(p, ['trail_id', 'period', 'person_id', 'distance_mm', 'shown']))
      .onConflict((conflict) =>
        conflict
          .columns(['trail_id', 'period', 'person_id'])
          .doUpdateSet(({ ref, eb }) => ({ distance_mm: eb(ref('standing.distance_mm'), '+', p.distance_mm) })),
      ),
  )
  const show = prepare((p: Pick<Schema['standing'], 'person_id' | 'shown'>) =>
    db
      .updateTable('standing')
      .set(pick(p, ['shown']))
      .where('person_id', '=', p.person_id),
  )
  const named = db
    .selectFrom('standing')
    .innerJoin('person', 'person.id', 'standing.person_id')
    .select(['standing.person_id', 'standing.shown', 'person.nickname', 'person.avatar_id'])
  const top = prepare((p: { trail: string; period: string; limit: number }) =>
    named
      .select('standing.distance_mm')
      .where('trail_id', '=', p.trail)
      .where('period', '=', p.period)
      .where('standing.shown', '=', 1)
      .orderBy('standing.distance_mm', 'desc')
      .orderBy('standing.person_id', 'desc')
      .limit(p.limit),
  )
  const find = prepare((p: { trail: string; period: string; person: string }) =>
    named
      .select('standing.distance_mm')
      .where('trail_id', '=', p.trail)
      .where('period', '=', p.period)
      .where('standing.person_id', '=', p.person),
  )
  const ofPerson = prepare((p: { person: string }) =>
    db
      .selectFrom('standing')
      .select(['trail_id', 'period', 'distance_mm'])
      .where('person_id', '=', p.person)
      .orderBy('trail_id')
      .orderBy('period'),
  )
  const before = prepare((p: { trail: string; period: string; person: string; distance: number }) =>
    db
      .selectFrom('standing')
      .select(({ fn }) => fn.countAll<number>().as('people'))
      .where('trail_id', '=', p.trail)
      .where('period', '=', p.period)
      .where('shown', '=', 1)
      // Compared as a pair, so that the index returns exactly the rows ahead.
      .where(({ eb, refTuple, tuple }) => eb(refTuple('distance_mm', 'person_id'), '>', tuple(p.distance, p.person))),
  )

  return {
    *add(places, person, millimeters) {
      const shown = (yield* first(ranked({ person })))?.ranked ?? 0
      for (const { trailId, period } of places) {
        yield* run(add({ trail_id: trailId, period, person_id: person, distance_mm: millimeters, shown }))
      }
    },
    show: (person, shown) => run(show({ person_id: person, shown: Number(shown) })),
    *listTop(trail, period, limit) {
      return (yield* top({ trail, period, limit })).map(toStanding)
    },
    *find(trail, period, person) {
      const row = yield* first(find({ trail, period, person }))
      return row && toStanding(row)
    },
    *listOfPerson(person) {
      return (yield* ofPerson({ person })).map((row) => ({
        trailId: row.trail_id,
        period: row.period,
        distanceMillimeters: row.distance_mm,
      }))
    },
    *countBefore(trail, period, { personId, distanceMillimeters }) {
      const row = yield* first(before({ trail, period, person: personId, distance: distanceMillimeters }))
      return row?.people ?? 0
    },
  }
}
