import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context, Middleware } from 'koa'
import type { Secret } from '../domain/secret.ts'

const cookieName = 'trailpass-operator'
const cookieMs = 12 * 3_600_000

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in the same time, whatever is given. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** Who may use the operator's port. */
export interface OperatorGate {
  /** Lets nobody through who does not bear the token. */
  bearer: Middleware
  /** Lets a browser through as well that has signed in; for what only reads. */
  reader: Middleware
  hasSignedIn(ctx: Context): boolean
  /** Whether it was the token; the browser is then known for 12 hours, until it signs out or the token changes. */
  signIn(ctx: Context, given: string): boolean
  signOut(ctx: Context): void
}

export function createOperatorGate(token: Secret): OperatorGate {
  // The token itself never lies in a browser.
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
