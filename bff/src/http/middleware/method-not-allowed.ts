import type Router from '@koa/router'
import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'

/** A path that exists under other methods is answered 405 with `Allow`; anything else 404. */
export function methodNotAllowed(router: Router): Middleware {
  return async (ctx) => {
    const methods = router.match(ctx.path, ctx.method).path.flatMap((layer) => layer.methods)
    if (methods.length === 0) throw new AppError('request.not_found')
    ctx.set('Allow', [...new Set(methods)].join(', '))
    throw new AppError('request.method_not_allowed')
  }
}
