import type { PersonStore } from '../../ports/person-store.ts'
import type { SqlDialect } from './dialect.ts'
import { type PersonTable, personTables } from './person-tables.ts'
import { changing, pick, prepare, run } from './prepare.ts'
import { toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

/** Data that is removed although its person stays. */
export function createSqlDiscardStore({
  db,
}: SqlDialect): Pick<
  PersonStore,
  'removeConsented' | 'listAvatars' | 'discardAvatar' | 'listDiscardedAvatars' | 'forgetDiscardedAvatar'
> {
  const consented = (Object.keys(personTables) as PersonTable[]).filter((table) => personTables[table].consented)
  const removals = consented.map((table) =>
    prepare((p: { person: string }) => db.deleteFrom(table).where('person_id', '=', p.person)),
  )
  const shown = prepare(() =>
    db
      .selectFrom('person')
      .select('avatar_id as id')
      .where('avatar_id', 'is not', null)
      .union(
        db.selectFrom('pending_content').select('value as id').where('field', '=', 'avatar').where('value', '<>', ''),
      ),
  )
  const discard = prepare((p: Schema['discarded_avatar']) =>
    db
      .insertInto('discarded_avatar')
      .values(pick(p, ['avatar_id', 'discarded_at']))
      .onConflict((conflict) => conflict.doNothing()),
  )
  const list = prepare((p: { at: number }) =>
    db
      .selectFrom('discarded_avatar')
      .select('avatar_id')
      .where('discarded_at', '<=', p.at)
      .orderBy('discarded_at')
      .limit(100),
  )
  const forget = prepare((p: { id: string }) => db.deleteFrom('discarded_avatar').where('avatar_id', '=', p.id))

  return {
    *removeConsented(person) {
      for (const remove of removals) yield* run(changing(remove({ person }), [person]))
    },
    *listAvatars() {
      return (yield* shown({})).flatMap(({ id }) => id ?? [])
    },
    discardAvatar: (id, at) => run(discard({ avatar_id: id, discarded_at: toEpochMs(at) })),
    *listDiscardedAvatars(at) {
      return (yield* list({ at: toEpochMs(at) })).map((row) => row.avatar_id)
    },
    forgetDiscardedAvatar: (id) => run(forget({ id })),
  }
}
