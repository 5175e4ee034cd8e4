import { bodyParser } from '@koa/bodyparser'
import type { Context, Middleware } from 'koa'

/** The parsed JSON body: `undefined` when there is none, a `BrokenBody` when it is not a JSON object. */
export type JsonBody = Readonly<Record<string, unknown>> | undefined | typeof brokenBody

export const brokenBody = Symbol('not a JSON object')

/** Reads every body as JSON, whatever its content type says, as WeChat does; but for the paths that take forms. */
export function parseJsonBodies(formPaths: readonly string[] = []): Middleware {
  return bodyParser({
    detectJSON: ({ path }) => !formPaths.includes(path),
    onError: (_error, ctx) => {
      ctx.request.body = brokenBody
    },
  })
}

export function readJsonBody(ctx: Context): JsonBody {
  const body: unknown = ctx.request.body
  if (body === brokenBody || Array.isArray(body)) return brokenBody
  return ctx.request.rawBody === '' ? undefined : (body as JsonBody)
}

/** The query with one value per name: the last one given. */
export function readQuery(ctx: Context): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(ctx.querystring))
}

/** Where the caller reaches the simulator. */
export const originOf = (ctx: Context): string => `${ctx.protocol}://${ctx.host}`
