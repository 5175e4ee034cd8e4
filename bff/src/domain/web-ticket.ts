/** How long a person has from pressing the button to the page being there. */
export const ticketMs = 60_000

/** Opens the web registration of whoever the session names, once, from one origin. */
export interface WebTicket {
  /** Keyed hash: the ticket itself is only in the address that was given out. */
  ticketHash: string
  sessionHash: string
  origin: string
  expiresAt: Date
}
