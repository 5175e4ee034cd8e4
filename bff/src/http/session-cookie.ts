import type { LoginResponse } from '@trailpass/shared'
import type { Context } from 'koa'
import { type SessionScope, sessionAbsoluteMs } from '../domain/session.ts'

interface CookieOptions {
  /** True if browsers only use https, as in production. */
  secure: boolean
}

// The prefix makes a browser insist on Secure, Path=/ and no Domain; it needs https.
const securePrefix = '__Host-'
// A separate cookie, so that a web registration does not sign out the browser's current user.
const names: Record<SessionScope, string> = { full: 'trailpass', register: 'trailpass-registration' }

export const cookieName = (scope: SessionScope, { secure }: CookieOptions) =>
  (secure ? securePrefix : '') + names[scope]

/**
 * The name without the prefix is never accepted when secure: such a cookie may have been set by a sibling host, with
 * another person's session.
 */
export function readSessionCookie(ctx: Context, scope: SessionScope, options: CookieOptions): string | undefined {
  return ctx.headers.cookie === undefined ? undefined : ctx.cookies.get(cookieName(scope, options))
}

/** Moves the token of an answer into the cookie: host-only, unreadable for scripts. */
export function moveTokenToCookie(ctx: Context, answer: LoginResponse, options: CookieOptions): LoginResponse {
  // The longest that use can keep a session alive; the server checks when it was last used.
  writeSessionCookie(ctx, 'full', { token: answer.token, expiresAt: new Date(Date.now() + sessionAbsoluteMs) }, options)
  return { ...answer, token: null }
}

export function clearSessionCookie(ctx: Context, scope: SessionScope, options: CookieOptions): void {
  writeSessionCookie(ctx, scope, { token: null }, options)
}

export function writeSessionCookie(
  ctx: Context,
  scope: SessionScope,
  { token, expiresAt }: { token: string | null; expiresAt?: Date },
  options: CookieOptions,
): void {
  const { secure } = options
  // The proxy in front of us uses https with the browser, even if it uses http with us.
  if (secure) ctx.cookies.secure = true
  ctx.cookies.set(cookieName(scope, options), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    overwrite: true,
    ...(expiresAt && { expires: expiresAt }),
  })
}
