import type Router from '@koa/router'
import type { Config } from '../../config/config.ts'
import { AppError } from '../../domain/app-error.ts'
import type { AvatarStore } from '../../ports/avatar-store.ts'
import type { Store } from '../../ports/store.ts'
import type { BoundOperation } from '../bind-endpoint.ts'

/** Routes without a session: avatars, the OpenAPI document, health, WeChat's verification files. */
export function bindPublicRoutes(
  router: Router,
  deps: { avatars: AvatarStore; store: Store; operations: readonly BoundOperation[]; config: Pick<Config, 'wechat'> },
): void {
  const { avatars, store, operations, config } = deps

  router.get('/v1/avatars/:id', async (ctx) => {
    const file = await avatars.find(ctx.params.id ?? '')
    if (!file) throw new AppError('request.not_found')
    ctx.type = file.contentType
    // An id never refers to another picture, but erased pictures must disappear: phones keep them for a day at most, and
    // shared caches never store them.
    ctx.set('Cache-Control', 'private, max-age=86400, immutable')
    ctx.set('Cross-Origin-Resource-Policy', 'cross-origin')
    ctx.body = file.bytes
  })

  let document: string | undefined
  router.get('/v1/openapi.json', async (ctx) => {
    if (document === undefined) {
      const { createOpenApiDocument } = await import('../openapi.ts')
      document = JSON.stringify(createOpenApiDocument(operations))
    }
    ctx.type = 'application/json'
    ctx.body = document
  })

  router.get('/healthz', (ctx) => {
    ctx.status = 200
    ctx.body = 'ok'
  })
  // Single-flight: concurrent requests share one check of the store, because nobody needs to sign in here.
  let pinging: Promise<void> | undefined
  const ping = () => {
    pinging ??= store.ping().finally(() => {
      pinging = undefined
    })
    return pinging
  }
  router.get('/readyz', async (ctx) => {
    await ping()
    ctx.status = 200
    ctx.body = 'ok'
  })

  for (const [name, content] of config.wechat.verifyFiles) {
    router.get(`/${name}`, (ctx) => {
      ctx.type = 'text/plain'
      ctx.body = content
    })
  }
}
