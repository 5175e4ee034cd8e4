import cors from '@koa/cors'
import { contractHeader } from '@trailpass/shared'
import type { Middleware } from 'koa'

/**
 * Allows pages of these origins to call with a bearer token. They may not send the header of cookie sessions, so a
 * cookie only works from our own origin.
 */
export function foreignOrigins(origins: readonly string[]): Middleware {
  if (origins.length === 0) return (_, next) => next()
  return cors({
    origin: (ctx) => (origins.includes(ctx.get('Origin')) ? ctx.get('Origin') : ''),
    allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', contractHeader, 'X-HTTP-Method-Override'],
    exposeHeaders: ['Request-Id', 'Retry-After'],
    maxAge: 600,
  })
}
