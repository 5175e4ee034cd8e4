import { PassThrough } from 'node:stream'
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa from 'koa'
import helmet from 'koa-helmet'
import type { AppContext } from '../context.ts'
import type { Secret } from '../domain/secret.ts'
import { type CommandEvent, commandPath } from './command-events.ts'
import { bearerOnly } from './operator-token.ts'

/** What answers at the operator's port: nothing without the token. */
export function createOperatorApp(context: AppContext, token: Secret): Koa {
  const app = new Koa()
  // What arrives here is a socket that broke, or is logged by the command itself.
  app.silent = true
  const router = new Router()
  router.post(commandPath, bearerOnly(token), bodyParser({ enableTypes: ['json'], jsonLimit: '1mb' }), async (ctx) => {
    const { commandCallSchema, runAtServer } = await import('../cli/run-at-server.ts')
    const call = commandCallSchema.safeParse(ctx.request.body)
    if (!call.success) return ctx.throw(400)
    const stream = new PassThrough()
    const write = (event: CommandEvent) => stream.write(`${JSON.stringify(event)}\n`)
    ctx.type = 'application/x-ndjson'
    ctx.set('Cache-Control', 'no-store')
    ctx.body = stream
    runAtServer(context, call.data, { out: (out) => write({ out }), err: (err) => write({ err }) })
      .then((exitCode) => write({ exitCode }))
      .finally(() => stream.end())
  })
  app.use(helmet())
  app.use(router.routes())
  return app
}
