import type { Platform } from '@trailpass/shared'
import type { SessionRecord, SessionScope } from '../../domain/session.ts'
import type { SessionStore } from '../../ports/session-store.ts'
import type { SqlDialect } from './dialect.ts'
import { changing, first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['session']
const columns = [
  'token_hash',
  'person_id',
  'platform',
  'app_id',
  'device_hash',
  'identified',
  'model',
  'created_at',
  'last_seen_at',
  'scope',
  'parent_hash',
] as const

const toRecord = (row: Row): SessionRecord => ({
  tokenHash: row.token_hash,
  personId: row.person_id,
  platform: row.platform as Platform,
  appId: row.app_id,
  deviceHash: row.device_hash,
  identified: row.identified === 1,
  model: row.model,
  createdAt: toDate(row.created_at),
  lastSeenAt: toDate(row.last_seen_at),
  scope: row.scope as SessionScope,
  parentHash: row.parent_hash,
})

export function createSqlSessionStore({ db }: SqlDialect): SessionStore {
  const byHash = prepare((p: { hash: string }) => db.selectFrom('session').selectAll().where('token_hash', '=', p.hash))
  const callerByHash = prepare((p: { hash: string }) =>
    db
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .selectAll('session')
      .select('person.registered_at')
      .where('session.token_hash', '=', p.hash),
  )
  const insert = prepare((p: Row) => db.insertInto('session').values(pick(p, columns)))
  const touch = prepare((p: { hash: string; at: number }) =>
    db.updateTable('session').set({ last_seen_at: p.at }).where('token_hash', '=', p.hash),
  )
  const remove = prepare((p: { hash: string }) => db.deleteFrom('session').where('token_hash', '=', p.hash))
  const ofPerson = prepare((p: { person: string }) =>
    db
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', p.person)
      .orderBy('last_seen_at', 'desc')
      .orderBy('token_hash'),
  )
  const removeOfPerson = prepare((p: { person: string }) => db.deleteFrom('session').where('person_id', '=', p.person))
  const removeOfDevice = prepare((p: { platform: string; app: string; device: string; identified: number }) =>
    db
      .deleteFrom('session')
      .where('device_hash', '=', p.device)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app)
      .where('identified', '<=', p.identified)
      .returning('token_hash'),
  )
  const removeOfApp = prepare((p: { person: string; platform: string; app: string }) =>
    db
      .deleteFrom('session')
      .where('person_id', '=', p.person)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app)
      .where('identified', '=', 1),
  )
  const removeExpired = prepare((p: { seen: number; created: number }) =>
    db
      .deleteFrom('session')
      .where((where) => where.or([where('last_seen_at', '<=', p.seen), where('created_at', '<=', p.created)])),
  )
  const removeOfScope = prepare((p: { scope: string; created: number }) =>
    db.deleteFrom('session').where('scope', '=', p.scope).where('created_at', '<=', p.created),
  )
  const countSeen = prepare((p: { since: number }) =>
    db
      .selectFrom('session')
      .select(({ fn }) => fn.count<number>('person_id').distinct().as('people'))
      .where('last_seen_at', '>=', p.since),
  )

  return {
    *find(hash) {
      const row = yield* first(byHash({ hash }))
      return row && toRecord(row)
    },
    *findCaller(hash) {
      const row = yield* first(callerByHash({ hash }))
      if (!row) return undefined
      const session = toRecord(row)
      return {
        personId: session.personId,
        registered: row.registered_at !== null,
        identified: session.identified,
        session,
      }
    },
    insert: (session) =>
      run(
        insert({
          token_hash: session.tokenHash,
          person_id: session.personId,
          platform: session.platform,
          app_id: session.appId,
          device_hash: session.deviceHash,
          identified: session.identified ? 1 : 0,
          model: session.model,
          created_at: toEpochMs(session.createdAt),
          last_seen_at: toEpochMs(session.lastSeenAt),
          scope: session.scope,
          parent_hash: session.parentHash,
        }),
      ),
    touch: (hash, at) => run(changing(touch({ hash, at: toEpochMs(at) }), [hash])),
    remove: (hash) => run(changing(remove({ hash }), [hash])),
    *listOfPerson(person) {
      return (yield* ofPerson({ person })).map(toRecord)
    },
    removeOfPerson: (person) => run(changing(removeOfPerson({ person }), [person])),
    removeOfApp: ({ personId, platform, appId }) =>
      run(changing(removeOfApp({ person: personId, platform, app: appId }), [personId])),
    removeOfDevice: ({ platform, appId, deviceHash }, { identified }) =>
      run(
        changing(
          removeOfDevice({ platform, app: appId, device: deviceHash, identified: identified ? 1 : 0 }),
          (ended) => ended.map(({ token_hash }) => token_hash),
        ),
      ),
    removeExpired: ({ lastSeenBefore, createdBefore }) =>
      run(removeExpired({ seen: toEpochMs(lastSeenBefore), created: toEpochMs(createdBefore) })),
    removeOfScope: (scope, createdBefore) => run(removeOfScope({ scope, created: toEpochMs(createdBefore) })),
    *countPeopleSeenSince(since) {
      return (yield* first(countSeen({ since: toEpochMs(since) })))?.people ?? 0
    },
  }
}
