import { buffer } from 'node:stream/consumers'
import type Router from '@koa/router'
import type { Context } from 'koa'
import { AppError } from '../../domain/app-error.ts'
import type { PushService } from '../../services/push-service.ts'

const limitBytes = 64 * 1024
/** The only response WeChat accepts; anything else makes it retry. */
const accepted = 'success'

/** https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html */
export function bindPushRoutes(router: Router, { pushes }: { pushes: PushService }): void {
  const answer = (ctx: Context, text: string) => {
    // Plain text also for the echo, so that a browser executes nothing.
    ctx.type = 'text/plain'
    ctx.set('Cache-Control', 'no-store')
    ctx.body = text
  }
  const queryOf = (ctx: Context) => Object.fromEntries(new URLSearchParams(ctx.querystring))

  router.get('/v1/push/wechat/:appId', async (ctx) => {
    answer(ctx, await pushes.greet('weapp', ctx.params.appId ?? '', queryOf(ctx)))
  })

  router.post('/v1/push/wechat/:appId', async (ctx) => {
    const request = { query: queryOf(ctx), body: await readBody(ctx) }
    await pushes.receive('weapp', ctx.params.appId ?? '', request)
    answer(ctx, accepted)
  })
}

async function readBody({ req, request }: Context): Promise<Buffer> {
  if ((request.length ?? 0) > limitBytes) throw new AppError('request.too_large')
  let length = 0
  return buffer(
    (async function* () {
      for await (const chunk of req as AsyncIterable<Buffer>) {
        length += chunk.length
        if (length > limitBytes) throw new AppError('request.too_large')
        yield chunk
      }
    })(),
  ).catch((cause) => {
    throw cause instanceof AppError ? cause : new AppError('request.invalid', { cause, detail: 'the body was cut off' })
  })
}
