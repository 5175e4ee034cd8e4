import type { KeyOwner, SealedSessionKey } from '../../domain/session-key.ts'
import type { SessionKeyStore } from '../../ports/session-key-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toDate, toDateOrNull, toEpochMs, toEpochMsOrNull } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['session_key']
type Owner = Pick<Row, 'person_id' | 'platform' | 'app_id'>
const columns = [
  'person_id',
  'platform',
  'app_id',
  'epoch',
  'last_epoch',
  'sealed',
  'created_at',
  'used_at',
  'replaced_at',
] as const

const toOwner = ({ personId, platform, appId }: KeyOwner): Owner => ({ person_id: personId, platform, app_id: appId })

const toRow = (key: SealedSessionKey): Row => ({
  ...toOwner(key),
  epoch: key.firstEpoch,
  last_epoch: key.lastEpoch,
  sealed: key.sealed,
  created_at: toEpochMs(key.createdAt),
  used_at: toEpochMs(key.usedAt),
  replaced_at: toEpochMsOrNull(key.replacedAt),
})

const toKey = (row: Row): SealedSessionKey => ({
  personId: row.person_id,
  platform: row.platform,
  appId: row.app_id,
  firstEpoch: row.epoch,
  lastEpoch: row.last_epoch,
  sealed: row.sealed,
  createdAt: toDate(row.created_at),
  usedAt: toDate(row.used_at),
  replacedAt: toDateOrNull(row.replaced_at),
})

export function createSqlSessionKeyStore({ db }: SqlDialect): SessionKeyStore {
  const insert = prepare((p: Row) => db.insertInto('session_key').values(pick(p, columns)))
  const remove = prepare((p: Owner) =>
    db
      .deleteFrom('session_key')
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id),
  )
  const removeReplaced = prepare((p: Owner) =>
    db
      .deleteFrom('session_key')
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('replaced_at', 'is not', null),
  )
  const replace = prepare((p: Owner & { at: number }) =>
    db
      .updateTable('session_key')
      .set({ replaced_at: p.at })
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id),
  )
  const list = prepare((p: Owner) =>
    db
      .selectFrom('session_key')
      .selectAll()
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .orderBy('epoch', 'desc'),
  )
  const touch = prepare((p: Owner & { epoch: number; used_at: number }) =>
    db
      .updateTable('session_key')
      .set({ used_at: p.used_at })
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('epoch', '=', p.epoch),
  )
  const extend = prepare((p: Owner & { epoch: number; last_epoch: number; used_at: number }) =>
    db
      .updateTable('session_key')
      .set(pick(p, ['last_epoch', 'used_at']))
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('epoch', '=', p.epoch),
  )
  const reassign = prepare((p: Owner & { epoch: number; new_person: string; sealed: string }) =>
    db
      .updateTable('session_key')
      .set({ person_id: p.new_person, sealed: p.sealed })
      .where('person_id', '=', p.person_id)
      .where('platform', '=', p.platform)
      .where('app_id', '=', p.app_id)
      .where('epoch', '=', p.epoch),
  )
  const removeStale = prepare((p: { used: number; replaced: number }) =>
    db
      .deleteFrom('session_key')
      .where(({ or, eb }) => or([eb('used_at', '<', p.used), eb('replaced_at', '<', p.replaced)])),
  )

  return {
    *insert(key) {
      const owner = toOwner(key)
      yield* run(removeReplaced(owner))
      yield* run(replace({ ...owner, at: toEpochMs(key.createdAt) }))
      yield* run(insert(toRow(key)))
    },
    *list(owner) {
      return (yield* list(toOwner(owner))).map(toKey)
    },
    touch(key, { lastEpoch, at }) {
      const use = { ...toOwner(key), epoch: key.firstEpoch, used_at: toEpochMs(at) }
      return run(lastEpoch === undefined ? touch(use) : extend({ ...use, last_epoch: lastEpoch }))
    },
    reassign: (key, { personId, sealed }) =>
      run(reassign({ ...toOwner(key), epoch: key.firstEpoch, new_person: personId, sealed })),
    removeOfOwner: (owner) => run(remove(toOwner(owner))),
    removeStale: ({ usedBefore, replacedBefore }) =>
      run(removeStale({ used: toEpochMs(usedBefore), replaced: toEpochMs(replacedBefore) })),
  }
}
