import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'

/** Generates the request id for the log, for problems and for `Request-Id`. Never taken from the caller. */
export const requestId: Middleware = (ctx, next) => {
  ctx.state.requestId = randomUUID()
  ctx.set('Request-Id', ctx.state.requestId)
  return next()
}
