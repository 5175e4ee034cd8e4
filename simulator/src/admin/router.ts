import Router from '@koa/router'
import type { Middleware } from 'koa'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { bindBikes } from './bike-routes.ts'
import { bindControls } from './control-routes.ts'
import { describe } from './description.ts'
import { bindFaults } from './fault-routes.ts'
import { frontPage } from './front-page.ts'
import { bindOpenData } from './open-data-routes.ts'
import { bindPeople } from './people-routes.ts'
import { bindPush } from './push-routes.ts'
import { bindSignIn } from './sign-in-routes.ts'

export function createAdminRouter(world: World): Router {
  const router = new Router()
  router.get('/_sim/', (ctx) => {
    ctx.vary('Accept')
    if (ctx.accepts('json', 'html') === 'html') {
      ctx.type = 'html'
      ctx.body = frontPage(world)
    } else ctx.body = describe(world)
  })
  bindPeople(router, world)
  bindSignIn(router, world)
  bindOpenData(router, world)
  bindBikes(router, world)
  bindPush(router, world)
  bindFaults(router, world)
  bindControls(router, world)
  return router
}

/** The simulator's own API, everything under `/_sim/`; any other path goes on to WeChat. */
export function serveAdmin(world: World): Middleware {
  const routes = createAdminRouter(world).routes()

  return async (ctx, next) => {
    if (ctx.path !== '/_sim' && !ctx.path.startsWith('/_sim/')) return next()
    try {
      await routes(ctx as Parameters<typeof routes>[0], () => {
        throw new AdminError(404, `nothing at ${ctx.method} ${ctx.path}; GET /_sim/ tells what there is`)
      })
    } catch (error) {
      if (!(error instanceof AdminError)) throw error
      ctx.status = error.status
      ctx.body = { error: error.message }
    }
  }
}
