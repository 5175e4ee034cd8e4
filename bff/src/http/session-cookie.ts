import type { LoginResponse } from '@trailpass/shared'
import type { Context } from 'koa'
import type { SessionScope } from '../domain/session.ts'

interface CookieOptions {
  secure: boolean
}

// The prefix makes a browser insist on Secure, Path=/ and no Domain; it needs https.
const securePrefix = '__Host-'
// A cookie of its own, so that a web registration does not sign out whoever uses this browser.
const names: Record<SessionScope, string> = { full: 'trailpass', register: 'trailpass-registration' }

export function readSessionCookie(ctx: Context, scope: SessionScope): string | undefined {
  if (ctx.headers.cookie === undefined) return undefined
  return ctx.cookies.get(securePrefix + names[scope]) ?? ctx.cookies.get(names[scope])
}

/** Moves the token of an answer into the cookie: host-only, unreadable for scripts. */
export function moveTokenToCookie(ctx: Context, answer: LoginResponse, options: CookieOptions): LoginResponse {
  writeSessionCookie(ctx, 'full', answer, options)
  return { ...answer, token: null }
}

export function clearSessionCookie(ctx: Context, scope: SessionScope, options: CookieOptions): void {
  writeSessionCookie(ctx, scope, { token: null }, options)
}

export function writeSessionCookie(
  ctx: Context,
  scope: SessionScope,
  { token, expiresAt }: { token: string | null; expiresAt?: string },
  { secure }: CookieOptions,
): void {
  // The proxy before us speaks https with the browser, whatever it speaks with us.
  if (secure) ctx.cookies.secure = true
  ctx.cookies.set((secure ? securePrefix : '') + names[scope], token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    overwrite: true,
    ...(expiresAt && { expires: new Date(expiresAt) }),
  })
}
