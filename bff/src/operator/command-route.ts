import { PassThrough } from 'node:stream'
import { bodyParser } from '@koa/bodyparser'
import type Router from '@koa/router'
import type { AppContext } from '../context.ts'
import { type CommandEvent, commandPath } from './command-events.ts'
import type { OperatorGate } from './operator-token.ts'

/** Runs operator commands with the stores that this server has open. */
export function bindCommandRoute(router: Router, context: AppContext, gate: OperatorGate): void {
  const readJson = bodyParser({ enableTypes: ['json'], jsonLimit: '1mb' })
  router.post(commandPath, gate.bearer, readJson, async (ctx) => {
    // Loaded lazily at the first command, to keep startup fast.
    const { commandCallSchema, runOnServer } = await import('../cli/run-on-server.ts')
    const call = commandCallSchema.safeParse(ctx.request.body)
    if (!call.success) return ctx.throw(400)
    const stream = new PassThrough()
    const write = (event: CommandEvent) => stream.write(`${JSON.stringify(event)}\n`)
    ctx.type = 'application/x-ndjson'
    ctx.body = stream
    runOnServer(context, call.data, { out: (out) => write({ out }), err: (err) => write({ err }) })
      .then((exitCode) => write({ exitCode }))
      .finally(() => stream.end())
  })
}
