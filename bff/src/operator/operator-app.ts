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

/** What answers at the operator's port: nothing but a form without the token. */
export function createOperatorApp(context: AppContext, token: Secret): Koa {
  const app = new Koa()
  // What arrives here is a refusal, or a socket that broke.
  app.silent = true
  const router = new Router()
  const gate = createOperatorGate(token)
  bindCommandRoute(router, context, gate)
  bindReadingRoutes(router, context, gate)
  bindPageRoutes(router, context, gate)
  // It is reached by plain HTTP on its own machine, which a browser must not be told to forget.
  app.use(securityHeaders({ contentSecurityPolicy, hsts: false }))
  app.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store')
    await next()
  })
  app.use(router.routes())
  return app
}
