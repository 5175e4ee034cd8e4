import Router from '@koa/router'
import Koa from 'koa'
import helmet from 'koa-helmet'
import type { AppServices } from './context.ts'
import { type BoundOperation, createBindEndpoint } from './http/bind-endpoint.ts'
import { contractVersionHeader } from './http/middleware/contract-version.ts'
import { jsonBody } from './http/middleware/json-body.ts'
import { methodNotAllowed } from './http/middleware/method-not-allowed.ts'
import { methodOverride } from './http/middleware/method-override.ts'
import { problems } from './http/middleware/problems.ts'
import { requestId } from './http/middleware/request-id.ts'
import { requestLog } from './http/middleware/request-log.ts'
import { sessionToken } from './http/middleware/session-token.ts'
import { createAddressLimit } from './http/rate-limit.ts'
import { bindPublicRoutes } from './http/routes/public-routes.ts'
import { bindRideRoutes } from './http/routes/ride-routes.ts'
import { bindSessionRoutes } from './http/routes/session-routes.ts'
import { bindSportRoutes } from './http/routes/sport-routes.ts'
import { bindTrailRoutes } from './http/routes/trail-routes.ts'
import { bindUserRoutes } from './http/routes/user-routes.ts'

/** Guests per address in ten minutes: generous, since phone networks share addresses. */
const guestsPerAddress = 12_000
const tenMinutesSeconds = 600

/** The request pipeline, in order. */
export function createApp(services: AppServices): Koa {
  const { config, log } = services
  const app = new Koa()
  app.proxy = config.trustedProxyHops > 0
  app.maxIpsCount = config.trustedProxyHops
  // The answers to clients are made by `problems`; what arrives here is a socket that broke.
  app.silent = true

  const router = new Router()
  bindRoutes(router, services)

  app.use(requestId)
  app.use(requestLog(log))
  app.use(problems(log))
  app.use(helmet({ crossOriginResourcePolicy: { policy: 'same-site' } }))
  app.use(methodOverride)
  app.use(contractVersionHeader)
  app.use(sessionToken(config))
  app.use(jsonBody)
  app.use(router.routes())
  app.use(methodNotAllowed(router))
  return app
}

/** Every operation on the router, and the list of them. */
export function bindRoutes(router: Router, services: AppServices): readonly BoundOperation[] {
  const { rateLimitFactor, production } = services.config
  const { bind, operations } = createBindEndpoint(router, services.sessions)
  bindPublicRoutes(router, bind, { ...services, operations })
  bindSessionRoutes(bind, {
    ...services,
    limitGuests: createAddressLimit(Math.ceil(guestsPerAddress * rateLimitFactor), tenMinutesSeconds),
    secureCookies: production,
  })
  bindUserRoutes(bind, services)
  bindRideRoutes(bind, services)
  bindSportRoutes(bind, services)
  bindTrailRoutes(bind, services)
  return operations
}
