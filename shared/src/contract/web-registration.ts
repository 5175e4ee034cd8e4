import { endpoint } from './endpoint.ts'
import type { UserInfo } from './user-info.ts'

/** Where people of mini programs register: in the program itself, or on the web page it opens. The operator's choice. */
export const registrationModes = ['native', 'web'] as const
export type RegistrationMode = (typeof registrationModes)[number]

/** Opens the web page that registers the caller. */
export interface RegistrationTicket {
  /** Holds the ticket in its fragment, which no browser sends: neither in a request nor as Referer. */
  url: string
  /** ISO 8601, a minute away. */
  expiresAt: string
}

export interface RedeemTicketRequest {
  ticket: string
}

/** The session itself travels in a cookie of its own, and may do nothing but register. */
export interface WebRegistration {
  /** ISO 8601. */
  expiresAt: string
  user: UserInfo
}

/** The parameter of the page's address that holds the ticket. */
export const ticketParameter = 'ticket'

/** A later ticket takes the place of an earlier one of the same session, and ends with that session. */
export const createTicket = endpoint<void, RegistrationTicket>('createTicket', 'POST', '/v1/registration/tickets')
/** Once, from the origin the ticket was made for. */
export const redeemTicket = endpoint<RedeemTicketRequest, WebRegistration>(
  'redeemTicket',
  'POST',
  '/v1/registration/tickets/redeem',
)
