import { defaultDisplayName } from '@trailpass/shared'
import type { Standing } from '../../domain/standing.ts'
import type { StandingStore } from '../../ports/standing-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import type { Schema } from './schema.ts'

interface Row {
  person_id: string
  nickname: string | null
  avatar_id: string | null
  distance_mm: number
}

const toStanding = (row: Row): Standing => ({
  personId: row.person_id,
  displayName: row.nickname ?? defaultDisplayName,
  avatarId: row.avatar_id,
  distanceMillimeters: row.distance_mm,
})

export function createSqlStandingStore({ db }: SqlDialect): StandingStore {
  const add = prepare((p: Schema['standing']) =>
    db
      .insertInto('standing')
      .values(pick(p, ['trail_id', 'period', 'person_id', 'distance_mm']))
      .onConflict((conflict) =>
        conflict
          .columns(['trail_id', 'period', 'person_id'])
          .doUpdateSet(({ ref, eb }) => ({ distance_mm: eb(ref('standing.distance_mm'), '+', p.distance_mm) })),
      ),
  )
  const named = db
    .selectFrom('standing')
    .innerJoin('person', 'person.id', 'standing.person_id')
    .select(['standing.person_id', 'person.nickname', 'person.avatar_id'])
  const top = prepare((p: { trail: string; period: string; limit: number }) =>
    named
      .select('standing.distance_mm')
      .where('trail_id', '=', p.trail)
      .where('period', '=', p.period)
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
  const before = prepare((p: { trail: string; period: string; person: string; distance: number }) =>
    db
      .selectFrom('standing')
      .select(({ fn }) => fn.countAll<number>().as('people'))
      .where('trail_id', '=', p.trail)
      .where('period', '=', p.period)
      // Compared as a pair, the index gives just those who stand before.
      .where(({ eb, refTuple, tuple }) => eb(refTuple('distance_mm', 'person_id'), '>', tuple(p.distance, p.person))),
  )

  return {
    add: (trailId, period, personId, millimeters) =>
      run(add({ trail_id: trailId, period, person_id: personId, distance_mm: millimeters })),
    *listTop(trail, period, limit) {
      return (yield* top({ trail, period, limit })).map(toStanding)
    },
    *find(trail, period, person) {
      const row = yield* first(find({ trail, period, person }))
      return row && toStanding(row)
    },
    *countBefore(trail, period, { personId, distanceMillimeters }) {
      const row = yield* first(before({ trail, period, person: personId, distance: distanceMillimeters }))
      return row?.people ?? 0
    },
  }
}
