import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, Middleware } from 'koa'
import type { Secret } from '../domain/secret.ts'

const cookieName = 'trailpass-operator'
const cookieMs = 12 * 3_600_000

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Constant-time comparison. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** Authentication for the operator's port. */
export interface OperatorGate {
  /** Requires the bearer token. */
  bearer: Middleware
  /** Also accepts a signed-in browser; for read-only routes. */
  reader: Middleware
  hasSignedIn(ctx: Context): boolean
  /**
   * Whether the token is correct; the browser then stays signed in for 12 hours, until it signs out or the token
   * changes.
   */
  signIn(ctx: Context, given: string): boolean
  signOut(ctx: Context): void
}

export function createOperatorGate(token: Secret): OperatorGate {
  // The token itself is never stored in a browser.
  const sign = (until: string) => createHmac('sha256', token.reveal()).update(`cookie:${until}`).digest('base64url')
  const options = { httpOnly: true, sameSite: 'strict', path: '/', overwrite: true } as const

  const bearsToken = (ctx: Context) =>
    isSame(token.reveal(), /^Bearer +(\S+)$/i.exec(ctx.get('Authorization'))?.[1] ?? '')

  function hasSignedIn(ctx: Context): boolean {
    const [until = '', signature = ''] = ctx.cookies.get(cookieName)?.split('.') ?? []
    return isSame(sign(until), signature) && Number(until) > Date.now()
  }

  const demand =
    (isKnown: (ctx: Context) => boolean): Middleware =>
    async (ctx, next) => {
      if (!isKnown(ctx)) {
        ctx.set('WWW-Authenticate', 'Bearer')
        ctx.throw(401)
      }
      await next()
    }

  return {
    bearer: demand(bearsToken),
    reader: demand((ctx) => bearsToken(ctx) || hasSignedIn(ctx)),
    hasSignedIn,
    signIn(ctx, given) {
      if (!isSame(token.reveal(), given)) return false
      const until = String(Date.now() + cookieMs)
      ctx.cookies.set(cookieName, `${until}.${sign(until)}`, { ...options, maxAge: cookieMs })
      return true
    },
    signOut: (ctx) => void ctx.cookies.set(cookieName, '', { ...options, maxAge: 0 }),
  }
}
