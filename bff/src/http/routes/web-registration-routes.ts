import { createTicket, redeemTicket } from '@trailpass/shared'
import { redeemTicketRequestSchema, registrationTicketSchema, webRegistrationSchema } from '@trailpass/shared/schemas'
import type { WebRegistrationService } from '../../services/web-registration-service.ts'
import type { BindEndpoint } from '../bind-endpoint.ts'
import { writeSessionCookie } from '../session-cookie.ts'

export function bindWebRegistrationRoutes(
  bind: BindEndpoint,
  deps: { webRegistrations: WebRegistrationService; secureCookies: boolean },
): void {
  const { webRegistrations, secureCookies } = deps

  bind(createTicket, {
    summary: 'Create a web registration link for the caller: single-use, valid for a minute',
    auth: 'session',
    request: null,
    response: registrationTicketSchema,
    problems: ['session.identity_required', 'request.not_found'],
    handle: ({ caller }) => webRegistrations.createTicket(caller),
  })

  bind(redeemTicket, {
    summary: 'Exchange a ticket for a session cookie limited to registration',
    auth: 'none',
    request: redeemTicketRequestSchema,
    response: webRegistrationSchema,
    problems: ['registration.ticket_rejected'],
    async handle({ body, ctx }) {
      const { token, ...answer } = await webRegistrations.redeem(body.ticket, ctx.get('Origin'))
      writeSessionCookie(ctx, 'register', { token, expiresAt: new Date(answer.expiresAt) }, { secure: secureCookies })
      return answer
    },
  })
}
