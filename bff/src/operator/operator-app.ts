import Router from '@koa/router'
import Koa from 'koa'
import type { AppContext } from '../context.ts'
import type { Secret } from '../domain/secret.ts'
import { securityHeaders } from '../http/middleware/security-headers.ts'
import { bindCommandRoute } from './command-route.ts'
import { createOperatorGate } from './operator-token.ts'
import { pageStyleHash } from './page-frame.ts'
import { bindPageRoutes } from './page-routes.ts'
import { bindReadingRoutes } from './reading-routes.ts'

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    styleSrc: [`'${pageStyleHash}'`],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
}

/** The app behind the operator's port. Without the token it only serves the sign-in form. */
export function createOperatorApp(context: AppContext, token: Secret): Koa {
  const app = new Koa()
  // Errors here are refusals or broken sockets.
  app.silent = true
  const router = new Router()
  const gate = createOperatorGate(token)
  bindCommandRoute(router, context, gate)
  bindReadingRoutes(router, context, gate)
  bindPageRoutes(router, context, gate)
  // The port uses plain HTTP on its own machine, so HSTS must not be sent.
  app.use(securityHeaders({ contentSecurityPolicy, hsts: false }))
  app.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store')
    await next()
  })
  app.use(router.routes())
  return app
}
