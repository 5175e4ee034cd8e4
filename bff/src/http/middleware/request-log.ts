import type { Middleware } from 'koa'
import type { Log } from '../../ports/log.ts'
import type { Metrics } from '../../ports/metrics.ts'

/** One line per request, with the route's pattern instead of the URL, which may contain confidential values. */
export function requestLog(log: Log, metrics: Pick<Metrics, 'countRequest'>): Middleware {
  return async (ctx, next) => {
    const startedAt = performance.now()
    await next()
    metrics.countRequest(ctx.status)
    const { requestId, problem } = ctx.state
    log.info(
      {
        requestId,
        method: ctx.method,
        route: ctx._matchedRoute ?? 'unmatched',
        status: ctx.status,
        ...(problem && { problem }),
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
      },
      'request',
    )
  }
}
