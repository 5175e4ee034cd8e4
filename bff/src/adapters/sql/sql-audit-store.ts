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
  const list = prepare((p: { limit: number }) =>
    db.selectFrom('audit_event').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(p.limit),
  )

  return {
    append: (event) => run(insert({ ...event, at: toEpochMs(event.at) })),
    *list({ limit }) {
      const rows = yield* list({ limit })
      return rows.map((row) => ({ ...row, at: toDate(row.at), action: row.action as AuditAction }))
    },
  }
}
