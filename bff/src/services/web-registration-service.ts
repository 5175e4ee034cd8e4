import { type RegistrationTicket, ticketParameter, type WebRegistration } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import { type Caller, type SessionRecord, sessionExpiresAt } from '../domain/session.ts'
import { ticketMs } from '../domain/web-ticket.ts'
import type { Clock } from '../ports/clock.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/store.ts'
import type { WebTicketStore } from '../ports/web-ticket-store.ts'
import type { TokenService } from './token-service.ts'
import type { UserPresenter } from './user-presenter.ts'

/** The route of the web client's registration page, in the fragment. */
const page = '#/pages/web-registration/index'

export interface WebRegistrationService {
  /**
   * A link with which only the caller can register on the web. Throws `session.identity_required`, and
   * `request.not_found` if no web client is served.
   */
  createTicket(caller: Caller): Promise<RegistrationTicket>
  /**
   * A session limited to registration, next to the one that created the ticket. Throws `registration.ticket_rejected`;
   * unknown, used, expired and foreign-origin tickets are indistinguishable.
   */
  redeem(ticket: string, origin: string): Promise<WebRegistration & { token: string }>
}

export function createWebRegistrationService(deps: {
  store: Store
  webTickets: WebTicketStore
  sessions: SessionStore
  tokens: TokenService
  present: UserPresenter
  clock: Clock
  h5Url: string | null
}): WebRegistrationService {
  const { store, webTickets, sessions, tokens, present, clock, h5Url } = deps

  return {
    async createTicket({ identified, session }) {
      if (h5Url === null) throw new AppError('request.not_found')
      if (!identified) throw new AppError('session.identity_required')
      const ticket = tokens.create()
      const expiresAt = new Date(clock.now().getTime() + ticketMs)
      await store.write(function* () {
        // The session may have ended since the caller was resolved.
        if (!(yield* sessions.find(session.tokenHash))) throw new AppError('session.expired')
        yield* webTickets.save({
          ticketHash: tokens.hashTicket(ticket),
          sessionHash: session.tokenHash,
          origin: new URL(h5Url).origin,
          expiresAt,
        })
      })
      return { url: `${h5Url}/${page}?${ticketParameter}=${ticket}`, expiresAt: expiresAt.toISOString() }
    },

    async redeem(ticket, origin) {
      const now = clock.now()
      const token = tokens.create()
      return store.write(function* () {
        const claimed = yield* webTickets.claim(tokens.hashTicket(ticket), origin, now)
        const parent = claimed && (yield* sessions.find(claimed.sessionHash))
        if (!parent || sessionExpiresAt(parent) <= now) throw new AppError('registration.ticket_rejected')
        const session: SessionRecord = {
          ...parent,
          tokenHash: tokens.hash(token),
          // Not tied to a device: it replaces no device's session, and no login replaces it.
          deviceHash: tokens.hashDevice(ticket),
          model: null,
          createdAt: now,
          lastSeenAt: now,
          scope: 'register',
          parentHash: parent.tokenHash,
        }
        yield* sessions.insert(session)
        return {
          token,
          expiresAt: sessionExpiresAt(session).toISOString(),
          user: yield* present(parent.personId),
        }
      })
    },
  }
}
