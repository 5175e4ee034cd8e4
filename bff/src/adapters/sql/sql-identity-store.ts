import type { Platform } from '@trailpass/shared'
import type { PersonStore } from '../../ports/person-store.ts'
import type { SqlDialect } from './dialect.ts'
import { changing, first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Key = Pick<Schema['identity'], 'platform' | 'app_id' | 'subject'>
type Row = Schema['identity']

export function createSqlIdentityStore({
  db,
}: SqlDialect): Pick<
  PersonStore,
  'findIdentity' | 'hasIdentity' | 'insertIdentity' | 'saveUnionSubject' | 'listIdentities' | 'advanceKeyEpoch'
> {
  const find = prepare((p: Key) =>
    db
      .selectFrom('identity')
      .select(['person_id', 'key_epoch', 'union_subject'])
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('subject', '=', p.subject),
  )
  const ofPerson = prepare((p: { person: string }) =>
    db.selectFrom('identity').select('person_id').where('person_id', '=', p.person).limit(1),
  )
  const insert = prepare((p: Row) =>
    db
      .insertInto('identity')
      .values(pick(p, ['platform', 'app_id', 'subject', 'union_subject', 'person_id', 'key_epoch', 'created_at'])),
  )
  const saveUnion = prepare((p: Key & { union_subject: string }) =>
    db
      .updateTable('identity')
      .set(pick(p, ['union_subject']))
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('subject', '=', p.subject)
      .returning('person_id'),
  )
  const list = prepare((p: { person: string }) =>
    db.selectFrom('identity').selectAll().where('person_id', '=', p.person).orderBy('created_at').orderBy('app_id'),
  )
  const advance = prepare((p: Key) =>
    db
      .updateTable('identity')
      .set((update) => ({ key_epoch: update('key_epoch', '+', 1) }))
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('subject', '=', p.subject)
      .returning('key_epoch'),
  )

  return {
    *findIdentity({ platform, appId, subject }) {
      const row = yield* first(find({ platform, app_id: appId, subject }))
      return row && { personId: row.person_id, unionSubject: row.union_subject, keyEpoch: row.key_epoch }
    },
    *hasIdentity(person) {
      return (yield* first(ofPerson({ person }))) !== undefined
    },
    insertIdentity: ({ platform, appId, subject }, { personId, unionSubject, at }) =>
      run(
        insert({
          platform,
          app_id: appId,
          subject,
          union_subject: unionSubject,
          person_id: personId,
          key_epoch: 0,
          created_at: toEpochMs(at),
        }),
      ),
    saveUnionSubject: ({ platform, appId, subject }, unionSubject) =>
      run(
        changing(saveUnion({ platform, app_id: appId, subject, union_subject: unionSubject }), (rows) =>
          rows.map(({ person_id }) => person_id),
        ),
      ),
    *listIdentities(person) {
      return (yield* list({ person })).map((row) => ({
        platform: row.platform as Platform,
        appId: row.app_id,
        subject: row.subject,
        unionSubject: row.union_subject,
        createdAt: toDate(row.created_at),
      }))
    },
    *advanceKeyEpoch({ platform, appId, subject }) {
      const row = yield* first(advance({ platform, app_id: appId, subject }))
      if (!row) throw new Error('advanceKeyEpoch: the identity does not exist')
      return row.key_epoch
    },
  }
}
