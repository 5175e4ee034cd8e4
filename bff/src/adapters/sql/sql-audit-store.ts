import type { AuditAction } from '../../domain/audit.ts'
import type { AuditStore } from '../../ports/audit-store.ts'
import type { SqlDialect } from './dialect.ts'
import { pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

type Row = Schema['audit_event']

export function createSqlAuditStore({ db }: SqlDialect): AuditStore {
  const insert = prepare((p: Row) =>
    db.insertInto('audit_event').values(pick(p, ['id', 'at', 'actor', 'action', 'target', 'detail'])),
  )
  const newest = db.selectFrom('audit_event').selectAll().orderBy('at', 'desc').orderBy('id', 'desc')
  const list = prepare((p: { limit: number }) => newest.limit(p.limit))
  const listOf = prepare((p: { limit: number; action: string }) => newest.where('action', '=', p.action).limit(p.limit))

  return {
    append: (event) => run(insert({ ...event, at: toEpochMs(event.at) })),
    *list({ limit, action }) {
      const rows = yield* action === undefined ? list({ limit }) : listOf({ limit, action })
      return rows.map((row) => ({ ...row, at: toDate(row.at), action: row.action as AuditAction }))
    },
  }
}
