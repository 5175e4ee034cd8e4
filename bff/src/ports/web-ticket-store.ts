import type { WebTicket } from '../domain/web-ticket.ts'
import type { Unit } from './unit.ts'

/** Holds tickets until they are redeemed. A ticket goes with its session. */
export interface WebTicketStore {
  /** Takes the place of the ticket that the session had. Fails when the session is gone. */
  save(ticket: WebTicket): Unit<void>
  /**
   * Spends a ticket that is good at that moment for that origin, in one statement: of any number of callers one
   * receives it. `undefined` for the others, and for a ticket that is unknown, expired or of another origin.
   */
  claim(ticketHash: string, origin: string, at: Date): Unit<WebTicket | undefined>
  removeExpired(at: Date): Unit<void>
}
