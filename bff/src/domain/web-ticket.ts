/** Lifetime of a ticket: from pressing the button until the page is open. */
export const ticketMs = 60_000

/** Opens the web registration for the session's person, once, from one origin. */
export interface WebTicket {
  /** A keyed hash: the ticket itself exists only in the address given out. */
  ticketHash: string
  sessionHash: string
  origin: string
  expiresAt: Date
}
