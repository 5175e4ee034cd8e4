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

/** What the router of the web client finds behind the `#`. */
const page = '#/pages/web-registration/index'

export interface WebRegistrationService {
  /**
   * The address at which the caller, and nobody else, can register on the web. Throws `session.identity_required`,
   * and `request.not_found` where no web client is served.
   */
  createTicket(caller: Caller): Promise<RegistrationTicket>
  /**
   * A session that may only register, beside the one that asked for the ticket. Throws `registration.ticket_rejected`:
   * nothing tells a ticket that is unknown, used, expired or of another origin apart.
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
        // It may have ended since the caller was recognised.
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
          // No phone's: it takes no device's place, and no login takes its own.
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
