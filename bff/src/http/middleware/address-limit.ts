import type { Middleware } from 'koa'
import type { OperationLimits } from '../limits/operation-limits.ts'

/** Health checks must always be answered. */
const unlimited = new Set(['/healthz', '/readyz'])

export const addressLimit =
  (limits: OperationLimits): Middleware =>
  async (ctx, next) => {
    if (!unlimited.has(ctx.path)) await limits.byAddress('everything', ctx.ip)
    await next()
  }
