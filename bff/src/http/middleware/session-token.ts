import { cookieSessionMode, redeemTicket, registrationSessionMode, sessionModeHeader } from '@trailpass/shared'
import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'
import { readSessionCookie } from '../session-cookie.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Finds the session token: a bearer token or, for H5, an HttpOnly cookie. Browsers attach cookies to requests from any
 * page, so a write with a cookie must also have the header, which a foreign page cannot add, and our origin.
 */
export function sessionToken(options: { h5Origin: string | null; production: boolean }): Middleware {
  const { h5Origin, production: secure } = options
  return (ctx, next) => {
    const mode = ctx.get(sessionModeHeader).toLowerCase()
    const registering = mode === registrationSessionMode
    const cookieMode = registering || mode === cookieSessionMode
    const bearer = /^Bearer +(\S+)$/i.exec(ctx.get('Authorization'))?.[1]
    const registration = readSessionCookie(ctx, 'register', { secure })
    const cookie = registering ? registration : (readSessionCookie(ctx, 'full', { secure }) ?? registration)
    const unsafe = !safeMethods.has(ctx.method)
    // A ticket has its own origin check; a foreign origin gets the same response as any invalid ticket.
    const ownOrigin = ctx.path === redeemTicket.path || (h5Origin !== null && ctx.get('Origin') === h5Origin)
    if (unsafe && cookieMode && !ownOrigin) throw new AppError('request.origin_refused')
    ctx.state.cookieMode = cookieMode
    ctx.state.token = bearer ?? (cookieMode || !unsafe ? cookie : undefined)
    return next()
  }
}
