import type { LoginResponse } from '@trailpass/shared'
import type { Context } from 'koa'

// The prefix makes a browser insist on Secure, Path=/ and no Domain; it needs https.
const secureName = '__Host-trailpass'
const plainName = 'trailpass'

export function readSessionCookie(ctx: Context): string | undefined {
  return ctx.cookies.get(secureName) ?? ctx.cookies.get(plainName)
}

/** Moves the token of an answer into the cookie: host-only, unreadable for scripts. */
export function moveTokenToCookie(ctx: Context, answer: LoginResponse, { secure }: { secure: boolean }): LoginResponse {
  writeCookie(ctx, secure, answer.token, new Date(answer.expiresAt))
  return { ...answer, token: null }
}

export function clearSessionCookie(ctx: Context, { secure }: { secure: boolean }): void {
  writeCookie(ctx, secure, null, undefined)
}

function writeCookie(ctx: Context, secure: boolean, token: string | null, expires: Date | undefined): void {
  // The proxy before us speaks https with the browser, whatever it speaks with us.
  if (secure) ctx.cookies.secure = true
  ctx.cookies.set(secure ? secureName : plainName, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    overwrite: true,
    ...(expires && { expires }),
  })
}
