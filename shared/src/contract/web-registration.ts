import { endpoint } from './endpoint.ts'
import type { UserInfo } from './user-info.ts'

/**
 * Where people register from mini programs: in the mini program, or on the web page it opens. Configured by the
 * operator.
 */
export const registrationModes = ['native', 'web'] as const
export type RegistrationMode = (typeof registrationModes)[number]

/** Link to the web page on which the caller registers. */
export interface RegistrationTicket {
  /** Contains the ticket in its fragment, which browsers send neither in requests nor as Referer. */
  url: string
  /** ISO 8601, a minute away. */
  expiresAt: string
}

export interface RedeemTicketRequest {
  ticket: string
}

/** The session is in its own cookie, limited to registration. */
export interface WebRegistration {
  /** ISO 8601. */
  expiresAt: string
  user: UserInfo
}

/** The name of the ticket's parameter in the fragment. */
export const ticketParameter = 'ticket'

/** A newer ticket replaces an earlier one of the same session; tickets end with that session. */
export const createTicket = endpoint<void, RegistrationTicket>('createTicket', 'POST', '/v1/registration/tickets')
/** Works once, from the ticket's origin. */
export const redeemTicket = endpoint<RedeemTicketRequest, WebRegistration>(
  'redeemTicket',
  'POST',
  '/v1/registration/tickets/redeem',
)
