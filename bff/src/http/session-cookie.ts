import type { LoginResponse } from '@trailpass/shared'
import type { Context } from 'koa'
import { type SessionScope, sessionAbsoluteMs } from '../domain/session.ts'

interface CookieOptions {
  /** Browsers reach us by https alone, as in production. */
  secure: boolean
}

// The prefix makes a browser insist on Secure, Path=/ and no Domain; it needs https.
const securePrefix = '__Host-'
// A cookie of its own, so that a web registration does not sign out whoever uses this browser.
const names: Record<SessionScope, string> = { full: 'trailpass', register: 'trailpass-registration' }

export const cookieName = (scope: SessionScope, { secure }: CookieOptions) =>
  (secure ? securePrefix : '') + names[scope]

/** Never the other name: one without the prefix may come from a neighbouring host, with somebody else's session in it. */
export function readSessionCookie(ctx: Context, scope: SessionScope, options: CookieOptions): string | undefined {
  return ctx.headers.cookie === undefined ? undefined : ctx.cookies.get(cookieName(scope, options))
}

/** Moves the token of an answer into the cookie: host-only, unreadable for scripts. */
export function moveTokenToCookie(ctx: Context, answer: LoginResponse, options: CookieOptions): LoginResponse {
  // As long as any use of it can keep the session alive: the server knows when it was used last.
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
  // The proxy before us speaks https with the browser, whatever it speaks with us.
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
