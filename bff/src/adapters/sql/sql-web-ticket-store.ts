import type { WebTicketStore } from '../../ports/web-ticket-store.ts'
import type { SqlDialect } from './dialect.ts'
import { first, pick, prepare, run } from './prepare.ts'
import { toDate, toEpochMs } from './rows.ts'
import type { Schema } from './schema.ts'

export function createSqlWebTicketStore({ db }: SqlDialect): WebTicketStore {
  const save = prepare((p: Schema['web_ticket']) =>
    db
      .insertInto('web_ticket')
      .values(pick(p, ['session_hash', 'ticket_hash', 'origin', 'expires_at']))
      .onConflict((conflict) =>
        conflict.column('session_hash').doUpdateSet(pick(p, ['ticket_hash', 'origin', 'expires_at'])),
      ),
  )
  const claim = prepare((p: { hash: string; origin: string; at: number }) =>
    db
      .deleteFrom('web_ticket')
      .where('ticket_hash', '=', p.hash)
      .where('origin', '=', p.origin)
      .where('expires_at', '>', p.at)
      .returningAll(),
  )
  const removeExpired = prepare((p: { at: number }) => db.deleteFrom('web_ticket').where('expires_at', '<=', p.at))

  return {
    save: ({ sessionHash, ticketHash, origin, expiresAt }) =>
      run(save({ session_hash: sessionHash, ticket_hash: ticketHash, origin, expires_at: toEpochMs(expiresAt) })),
    *claim(hash, origin, at) {
      const row = yield* first(claim({ hash, origin, at: toEpochMs(at) }))
      return (
        row && {
          sessionHash: row.session_hash,
          ticketHash: row.ticket_hash,
          origin: row.origin,
          expiresAt: toDate(row.expires_at),
        }
      )
    },
    removeExpired: (at) => run(removeExpired({ at: toEpochMs(at) })),
  }
}
