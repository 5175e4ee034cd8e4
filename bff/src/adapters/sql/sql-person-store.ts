import type { Person } from '../../domain/person.ts'
import type { PersonStore, PersonWithHoldings } from '../../ports/person-store.ts'
import type { SqlDialect } from './dialect.ts'
import { changing, first, pick, prepare, run } from './prepare.ts'
import { toDate, toDateOrNull, toEpochMs, toEpochMsOrNull } from './rows.ts'
import type { Schema } from './schema.ts'
import { createSqlConsentStore } from './sql-consent-store.ts'
import { createSqlDiscardStore } from './sql-discard-store.ts'
import { createSqlIdentityStore } from './sql-identity-store.ts'

type Row = Omit<Schema['person'], 'phone_sealed' | 'registration_entry'>
const columns = [
  'nickname',
  'avatar_id',
  'phone_masked',
  'rider_id',
  'registered_at',
  'profile_refreshed_at',
  'ranked',
  'created_at',
] as const

const toPerson = (row: Row): Person => ({
  id: row.id,
  nickname: row.nickname,
  avatarId: row.avatar_id,
  phoneMasked: row.phone_masked,
  riderId: row.rider_id,
  registeredAt: toDateOrNull(row.registered_at),
  profileRefreshedAt: toDateOrNull(row.profile_refreshed_at),
  ranked: row.ranked === 1,
  createdAt: toDate(row.created_at),
})

const toRow = (person: Person): Row => ({
  id: person.id,
  nickname: person.nickname,
  avatar_id: person.avatarId,
  phone_masked: person.phoneMasked,
  rider_id: person.riderId,
  registered_at: toEpochMsOrNull(person.registeredAt),
  profile_refreshed_at: toEpochMsOrNull(person.profileRefreshedAt),
  ranked: Number(person.ranked),
  created_at: toEpochMs(person.createdAt),
})

export function createSqlPersonStore(dialect: SqlDialect): PersonStore {
  const { db, rowLocks } = dialect
  const select = db.selectFrom('person').select(['id', ...columns])
  const find = prepare((p: { id: string }) => select.where('id', '=', p.id))
  const findWithHoldings = prepare((p: { id: string }) =>
    select
      .select(({ exists, selectFrom }) => [
        exists(selectFrom('consent').select('person_id').where('person_id', '=', p.id)).as('consented'),
        exists(selectFrom('pending_content').select('person_id').where('person_id', '=', p.id)).as('pending'),
        exists(
          selectFrom('identity')
            .select('person_id')
            .where('person_id', '=', p.id)
            .where('union_subject', 'is not', null),
        ).as('united'),
      ])
      .where('id', '=', p.id),
  )
  const lock = rowLocks ? prepare((p: { id: string }) => select.where('id', '=', p.id).forUpdate()) : find
  const identified = (p: Pick<Schema['identity'], 'platform' | 'app_id' | 'subject'>) =>
    db
      .selectFrom('person')
      .innerJoin('identity', 'identity.person_id', 'person.id')
      .select(['person.id', ...columns.map((column) => `person.${column}` as const)])
      .where('identity.platform', '=', p.platform)
      .where('identity.app_id', '=', p.app_id)
      .where('identity.subject', '=', p.subject)
  const lockIdentified = prepare((p: Parameters<typeof identified>[0]) =>
    rowLocks ? identified(p).forUpdate('person') : identified(p),
  )
  const insert = prepare((p: { id: string; created_at: number }) =>
    db.insertInto('person').values({ ...pick(p, ['id', 'created_at']), ranked: 1 }),
  )
  const update = prepare((p: Row) => db.updateTable('person').set(pick(p, columns)).where('id', '=', p.id))
  const remove = prepare((p: { id: string }) => db.deleteFrom('person').where('id', '=', p.id))
  const savePhone = prepare((p: Pick<Schema['person'], 'id' | 'phone_sealed' | 'phone_masked'>) =>
    db
      .updateTable('person')
      .set(pick(p, ['phone_sealed', 'phone_masked']))
      .where('id', '=', p.id),
  )
  const saveEntry = prepare((p: Pick<Schema['person'], 'id' | 'registration_entry'>) =>
    db
      .updateTable('person')
      .set(pick(p, ['registration_entry']))
      .where('id', '=', p.id),
  )
  const besides = prepare((p: { id: string }) =>
    db.selectFrom('person').select(['phone_sealed', 'phone_masked', 'registration_entry']).where('id', '=', p.id),
  )
  const listIds = prepare(() => db.selectFrom('person').select('id'))
  const removeAbandoned = prepare((p: { before: number }) =>
    db
      .deleteFrom('person')
      .where('created_at', '<', p.before)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('identity').select('person_id').whereRef('person_id', '=', 'person.id'))),
      )
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('session').select('person_id').whereRef('person_id', '=', 'person.id'))),
      ),
  )

  return {
    ...createSqlIdentityStore(dialect),
    ...createSqlConsentStore(dialect),
    ...createSqlDiscardStore(dialect),
    *find(id) {
      const row = yield* first(find({ id }))
      return row && toPerson(row)
    },
    *findWithHoldings(id) {
      const row = yield* first(findWithHoldings({ id }))
      if (!row) return undefined
      // SQLite returns 1 and 0.
      const [hasConsents, hasPendingContent, hasUnion] = [row.consented, row.pending, row.united].map(Boolean)
      return { person: toPerson(row), hasConsents, hasPendingContent, hasUnion } as PersonWithHoldings
    },
    *lock(id) {
      const row = yield* first(lock({ id }))
      return row && toPerson(row)
    },
    *lockIdentified({ platform, appId, subject }) {
      const row = yield* first(lockIdentified({ platform, app_id: appId, subject }))
      return row && toPerson(row)
    },
    insert: ({ id, createdAt }) => run(insert({ id, created_at: toEpochMs(createdAt) })),
    update: (person) => run(changing(update(toRow(person)), [person.id])),
    remove: (id) => run(changing(remove({ id }), [id])),
    savePhone: (id, phone) =>
      run(changing(savePhone({ id, phone_sealed: phone?.sealed ?? null, phone_masked: phone?.masked ?? null }), [id])),
    *findPhone(id) {
      const row = yield* first(besides({ id }))
      return row?.phone_sealed && row.phone_masked ? { sealed: row.phone_sealed, masked: row.phone_masked } : undefined
    },
    saveRegistrationEntry: (id, kind) => run(saveEntry({ id, registration_entry: kind })),
    *findRegistrationEntry(id) {
      return (yield* first(besides({ id })))?.registration_entry ?? null
    },
    *listIds() {
      return (yield* listIds({})).map(({ id }) => id)
    },
    removeAbandoned: (before) => run(removeAbandoned({ before: toEpochMs(before) })),
  }
}
