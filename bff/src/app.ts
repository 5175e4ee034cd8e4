import Router from '@koa/router'
import Koa from 'koa'
import type { AppServices } from './context.ts'
import { type BoundOperation, createBindEndpoint } from './http/bind-endpoint.ts'
import { demandKnownLimits } from './http/limits/demand-known-limits.ts'
import { createOperationLimits, type OperationLimits } from './http/limits/operation-limits.ts'
import { addressLimit } from './http/middleware/address-limit.ts'
import { contractVersionHeader } from './http/middleware/contract-version.ts'
import { foreignOrigins } from './http/middleware/foreign-origins.ts'
import { jsonBody } from './http/middleware/json-body.ts'
import { methodNotAllowed } from './http/middleware/method-not-allowed.ts'
import { methodOverride } from './http/middleware/method-override.ts'
import { plainUrl } from './http/middleware/plain-url.ts'
import { problems } from './http/middleware/problems.ts'
import { requestId } from './http/middleware/request-id.ts'
import { requestLog } from './http/middleware/request-log.ts'
import { securityHeaders } from './http/middleware/security-headers.ts'
import { sessionToken } from './http/middleware/session-token.ts'
import { bindAccountRoutes } from './http/routes/account-routes.ts'
import { bindPublicRoutes } from './http/routes/public-routes.ts'
import { bindPushRoutes } from './http/routes/push-routes.ts'
import { bindSecretRoutes } from './http/routes/secret-routes.ts'
import { bindSessionRoutes } from './http/routes/session-routes.ts'
import { bindRideRoutes } from './http/routes/trail/ride-routes.ts'
import { bindSportRoutes } from './http/routes/trail/sport-routes.ts'
import { bindTrailRoutes } from './http/routes/trail/trail-routes.ts'
import { bindUserRoutes } from './http/routes/user-routes.ts'
import { bindWebRegistrationRoutes } from './http/routes/web-registration-routes.ts'

/** The request pipeline, in order. */
export function createApp(services: AppServices): Koa {
  const { config, log } = services
  const app = new Koa()
  app.proxy = config.trustedProxyHops > 0
  app.maxIpsCount = config.trustedProxyHops
  // The answers to clients are made by `problems`; what arrives here is a socket that broke.
  app.silent = true

  const limits = limitsOf(services)
  const router = new Router()
  const operations = bindRoutes(router, services, limits)
  demandKnownLimits(config.rateLimits.table, operations)

  app.use(requestId)
  app.use(requestLog(log, services.metrics))
  app.use(problems(log))
  app.use(securityHeaders({ crossOriginResourcePolicy: { policy: 'same-site' } }))
  app.use(foreignOrigins(config.corsOrigins))
  app.use(addressLimit(limits))
  app.use(plainUrl)
  app.use(methodOverride)
  app.use(contractVersionHeader)
  app.use(sessionToken(config))
  app.use(jsonBody)
  app.use(router.routes())
  app.use(methodNotAllowed(router))
  return app
}

const limitsOf = (services: AppServices) => createOperationLimits({ ...services, ...services.config.rateLimits })

/** Every operation on the router, and the list of them. */
export function bindRoutes(
  router: Router,
  services: AppServices,
  limits: OperationLimits = limitsOf(services),
): readonly BoundOperation[] {
  const { bind, operations } = createBindEndpoint(router, { sessions: services.sessions, limits })
  bindPublicRoutes(router, { ...services, operations })
  const withCookies = { ...services, secureCookies: services.config.production }
  bindSessionRoutes(bind, withCookies)
  bindUserRoutes(bind, services)
  bindAccountRoutes(bind, withCookies)
  bindWebRegistrationRoutes(bind, withCookies)
  bindRideRoutes(bind, services)
  bindSportRoutes(bind, services)
  bindTrailRoutes(bind, services)
  bindPushRoutes(router, services)
  bindSecretRoutes(router, { ...services, limits })
  return operations
}
