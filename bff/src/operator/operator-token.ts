import { createHash, timingSafeEqual } from 'node:crypto'
import type { Middleware } from 'koa'
import type { Secret } from '../domain/secret.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in the same time, whatever is given. */
export const isOperatorToken = (token: Secret, given: string): boolean =>
  timingSafeEqual(digest(token.reveal()), digest(given))

/** Lets nobody through who does not bear the token. */
export function bearerOnly(token: Secret): Middleware {
  return async (ctx, next) => {
    const given = /^Bearer +(\S+)$/i.exec(ctx.get('Authorization'))?.[1] ?? ''
    if (!isOperatorToken(token, given)) {
      ctx.set('WWW-Authenticate', 'Bearer')
      ctx.throw(401)
    }
    await next()
  }
}
