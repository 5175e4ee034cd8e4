import { cookieSessionMode, sessionModeHeader } from '@trailpass/shared'
import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'
import { readSessionCookie } from '../session-cookie.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Finds the session token: a bearer, or with H5 an HttpOnly cookie. A browser attaches cookies to anybody's requests,
 * so one that changes something must also bear the header, which no foreign page can add, and come from our origin.
 */
export function sessionToken({ h5Origin }: { h5Origin: string | null }): Middleware {
  return async (ctx, next) => {
    const cookieMode = ctx.get(sessionModeHeader).toLowerCase() === cookieSessionMode
    const bearer = /^Bearer +(\S+)$/i.exec(ctx.get('Authorization'))?.[1]
    const cookie = readSessionCookie(ctx)
    const unsafe = !safeMethods.has(ctx.method)
    if (unsafe && cookieMode && (h5Origin === null || ctx.get('Origin') !== h5Origin)) {
      throw new AppError('request.origin_refused')
    }
    ctx.state.cookieMode = cookieMode
    ctx.state.token = bearer ?? (cookieMode || !unsafe ? cookie : undefined)
    await next()
  }
}
