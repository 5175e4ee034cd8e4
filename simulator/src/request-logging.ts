import type { Context, Middleware } from 'koa'
import { brokenBody, readJsonBody, readQuery } from './http.ts'
import type { World } from './state/world.ts'

/** Notes every request to a platform: who, what, outcome. Query and body stay out of it, for they carry secrets. */
export function logRequests(world: World): Middleware {
  return async (ctx, next) => {
    const entry = world.requests.open({ method: ctx.method, path: ctx.path, appId: appIdOf(ctx, world) })
    try {
      await next()
    } finally {
      entry.errcode = ctx.state.errcode ?? null
      entry.fault = ctx.state.fault ?? null
    }
  }
}

function appIdOf(ctx: Context, world: World): string | null {
  const body = readJsonBody(ctx)
  const query = readQuery(ctx)
  const named = query.appid ?? (body === undefined || body === brokenBody ? undefined : (body.appid ?? body.app_id))
  if (typeof named === 'string') return named
  const check = world.accessTokens.check(query.access_token ?? '')
  return check.standing === 'valid' ? check.app.appId : null
}
