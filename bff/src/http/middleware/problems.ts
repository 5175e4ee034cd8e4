import { createProblem, problemContentType } from '@trailpass/shared'
import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'
import type { Log } from '../../ports/log.ts'
import { passes } from '../passes.ts'

const defaultRetryAfterMs = 5000

/** Sends every error as a problem (RFC 9457). Any error except AppError becomes `internal`, with its cause logged. */
export function problems(log: Log): Middleware {
  return async (ctx, next) => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body === undefined) throw new AppError('request.not_found')
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('internal', { cause: error })
      const { detail, errors, device, cause } = known.options
      const { requestId } = ctx.state
      const problem = createProblem(known.code, requestId, { detail, errors, device })
      if (problem.status >= 500) log.error({ requestId, code: known.code, err: cause }, problem.title)
      ctx.state.problem = known.code
      ctx.status = problem.status
      ctx.type = problemContentType
      ctx.body = JSON.stringify(problem)
      ctx.set('Cache-Control', 'no-store')
      const retryAfterMs = known.options.retryAfterMs ?? (passes(problem.status) ? defaultRetryAfterMs : undefined)
      if (retryAfterMs !== undefined) ctx.set('Retry-After', String(Math.max(1, Math.ceil(retryAfterMs / 1000))))
    }
  }
}
