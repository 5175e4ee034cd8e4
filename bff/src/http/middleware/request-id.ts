import { randomUUID } from 'node:crypto'
import type { Middleware } from 'koa'

/** Names the request in the log, in problems and in `Request-Id`. Never taken from the caller. */
export const requestId: Middleware = (ctx, next) => {
  ctx.state.requestId = randomUUID()
  ctx.set('Request-Id', ctx.state.requestId)
  return next()
}
