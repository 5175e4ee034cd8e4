import type Router from '@koa/router'
import type { AppContext } from '../context.ts'
import { examineHealth } from './health.ts'
import type { OperatorGate } from './operator-token.ts'

/** Machine-readable endpoints: metrics, health, login timelines. */
export function bindReadingRoutes(router: Router, context: AppContext, gate: OperatorGate): void {
  router.get('/metrics', gate.reader, async (ctx) => {
    ctx.type = context.metrics.contentType
    ctx.body = await context.metrics.render()
  })

  router.get('/health', gate.reader, async (ctx) => {
    const health = await examineHealth(context)
    ctx.status = health.store.ok ? 200 : 503
    ctx.body = health
  })

  router.get('/timelines', gate.reader, (ctx) => {
    ctx.body = { timelines: context.loginWatch.timelines() }
  })
}
