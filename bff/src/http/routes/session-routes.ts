import {
  createGuestSession,
  createSession,
  deleteSession,
  endSession,
  getPlatformKey,
  type LoginResponse,
  listSessions,
} from '@trailpass/shared'
import {
  guestSessionRequestSchema,
  loginRequestSchema,
  loginResponseSchema,
  platformKeySchema,
  signedInDeviceListSchema,
} from '@trailpass/shared/schemas'
import { sessionExpiresAt } from '../../domain/session.ts'
import type { GuestService } from '../../services/guest-service.ts'
import type { LoginService } from '../../services/login-service.ts'
import type { PlatformKeyService } from '../../services/platform-key-service.ts'
import { presentPrincipal } from '../../services/present-user.ts'
import type { SessionService } from '../../services/session-service.ts'
import type { UserService } from '../../services/user-service.ts'
import type { BindEndpoint } from '../bind-endpoint.ts'
import { clearSessionCookie, moveTokenToCookie } from '../session-cookie.ts'
import type { RequestContext } from '../state.ts'

export function bindSessionRoutes(
  bind: BindEndpoint,
  deps: {
    login: LoginService
    guests: GuestService
    sessions: SessionService
    users: UserService
    platformKeys: PlatformKeyService
    secureCookies: boolean
  },
): void {
  const { login, guests, sessions, users, platformKeys } = deps
  const cookie = { secure: deps.secureCookies }
  const deliver = (ctx: RequestContext, answer: LoginResponse) =>
    ctx.state.cookieMode ? moveTokenToCookie(ctx, answer, cookie) : answer

  /** The identified session of a browser, which keeps it where a login identifies nobody, as while WeChat is down. */
  async function findKept(ctx: RequestContext) {
    const kept = ctx.state.cookieMode ? await sessions.findIdentified(ctx.state.token) : undefined
    if (!kept) return undefined
    const user = await users.get(kept)
    const expiresAt = sessionExpiresAt(kept.session).toISOString()
    return { token: null, expiresAt, identified: true, principal: presentPrincipal(user), user }
  }

  bind(createSession, {
    summary: 'Turn a login code into a session',
    auth: 'none',
    request: loginRequestSchema,
    response: loginResponseSchema,
    problems: ['app.unknown', 'login.code_rejected', 'login.code_spent', 'account.blocked'],
    async handle({ body, ctx }) {
      // A cookie client cannot read its token: the cookie itself is the guest token.
      const guestToken = body.guestToken ?? (ctx.state.cookieMode ? ctx.state.token : undefined)
      const request = { ...body, ...(guestToken !== undefined && { guestToken }) }
      const answer = await login.login(request, ctx.state.requestId)
      const kept = answer.identified ? undefined : await findKept(ctx)
      return kept ? { ...answer, ...kept } : deliver(ctx, answer)
    },
  })

  bind(createGuestSession, {
    summary: 'Start a guest session with its own user id, without a code',
    auth: 'none',
    request: guestSessionRequestSchema,
    response: loginResponseSchema,
    problems: ['app.unknown'],
    async handle({ body, ctx }) {
      const kept = await findKept(ctx)
      if (kept) return { ...kept, keyEpoch: null, checkSession: false, degraded: false }
      return deliver(ctx, await guests.create(body))
    },
  })

  bind(getPlatformKey, {
    summary: 'Check whether the session_key held by the server is still valid at the platform',
    auth: 'session',
    request: null,
    response: platformKeySchema,
    problems: ['identity_provider.unavailable'],
    handle: ({ caller }) => platformKeys.check(caller),
  })

  bind(deleteSession, {
    summary: 'Sign out',
    auth: 'registering',
    request: null,
    response: null,
    async handle({ caller, ctx }) {
      await sessions.signOut(caller)
      if (ctx.state.cookieMode) clearSessionCookie(ctx, caller.session.scope, cookie)
    },
  })

  bind(listSessions, {
    summary: 'List the devices on which the caller is signed in',
    auth: 'session',
    request: null,
    response: signedInDeviceListSchema,
    handle: ({ caller }) => sessions.list(caller),
  })

  bind(endSession, {
    summary: 'Sign out one of the caller’s devices',
    auth: 'session',
    request: null,
    response: null,
    problems: ['request.not_found'],
    handle: ({ caller, id }) => sessions.end(caller, id),
  })
}
