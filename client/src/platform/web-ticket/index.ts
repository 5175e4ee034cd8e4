import { type EntryKind, ticketParameter } from '@trailpass/shared'

/** The parameters that the mini program passes to the page in the URL fragment. */
export interface WebArrival {
  ticket: string | null
  entry: EntryKind
  /** The agreements accepted in the mini program. */
  termsTicked: boolean
}

/** Adds to a ticket's address what the mini program knows. */
export function addToTicketUrl(url: string, { entry, termsTicked }: Omit<WebArrival, 'ticket'>): string {
  return `${url}&entry=${entry}${termsTicked ? '&terms=ticked' : ''}`
}

/** Reads the address of the page once, and takes the ticket out of the address bar and the history. */
export function takeArrival(): WebArrival {
  const { hash } = window.location
  const [path = '', query = ''] = hash.split('?', 2)
  const read = new URLSearchParams(query)
  const ticket = read.get(ticketParameter)
  if (ticket !== null) window.history.replaceState(window.history.state, '', path)
  const entry = read.get('entry')
  return {
    ticket,
    entry: entry === 'scan' || entry === 'share' ? entry : 'direct',
    termsTicked: read.get('terms') === 'ticked',
  }
}
