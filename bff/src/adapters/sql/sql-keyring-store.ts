import type { KeyringStore } from '../../ports/keyring-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

export function createSqlKeyringStore({ db }: SqlDialect): KeyringStore {
  const list = prepare(() => db.selectFrom('keyring').selectAll())
  const insert = prepare((p: Schema['keyring']) =>
    db
      .insertInto('keyring')
      .values(pick(p, ['id', 'purpose', 'wrapped', 'created_at']))
      .onConflict((conflict) => conflict.doNothing()),
  )

  const rewrap = prepare((p: { id: string; from: string; to: string }) =>
    db
      .updateTable('keyring')
      .set({ wrapped: p.to })
      .where('id', '=', p.id)
      .where('wrapped', '=', p.from)
      .returning('id'),
  )

  return {
    *list() {
      const rows = yield* list({})
      return rows.map(({ id, purpose, wrapped, created_at }) => ({
        id,
        purpose,
        wrapped,
        createdAt: toDate(created_at),
      }))
    },
    insertIfAbsent: ({ id, purpose, wrapped, createdAt }) =>
      run(insert({ id, purpose, wrapped, created_at: toEpochMs(createdAt) })),
    *rewrap({ id, wrapped }, to) {
      return (yield* rewrap({ id, from: wrapped, to })).length > 0
    },
  }
}
