import type { Context, Middleware } from 'koa'
import type { App } from '../../state/apps.ts'
import type { World } from '../../state/world.ts'
import { AlipayError, alipayFailure } from './errors.ts'
import { exchangeAuthCode } from './oauth-token.ts'
import { alipayKeys, contentToSign, isSignedBy, signContent } from './signatures.ts'

export const gatewayPath = '/gateway.do'

type Parameters = Readonly<Record<string, string>>

const methods: Readonly<Record<string, (parameters: Parameters, app: App, world: World) => object>> = {
  'alipay.system.oauth.token': exchangeAuthCode,
}
// yyyy-MM-dd HH:mm:ss, in China's time.
const timestampPattern = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/

/** Answers for openapi.alipay.com: one path, HTTP 200 in every case. */
export function serveAlipay(world: World): Middleware {
  return (ctx, next) => {
    if (ctx.path !== gatewayPath) return next()
    const parameters = readParameters(ctx)
    try {
      const method = demand(parameters.method, 'isv.missing-method')
      const app = demandSigned(parameters, world)
      const answer = methods[method]
      if (answer === undefined) throw new AlipayError('isv.invalid-method')
      send(ctx, `${method.replaceAll('.', '_')}_response`, answer(parameters, app, world))
      ctx.state.errcode = 0
    } catch (error) {
      if (!(error instanceof AlipayError)) throw error
      refuseAlipay(ctx, error.subCode)
    }
  }
}

export function refuseAlipay(ctx: Context, subCode: string): void {
  const failure = alipayFailure(subCode)
  ctx.state.errcode = Number(failure.code)
  send(ctx, 'error_response', failure)
}

/** The app by its id, once its signature fits. */
function demandSigned(parameters: Parameters, world: World): App {
  const app = world.apps.get(demand(parameters.app_id, 'isv.missing-app-id'))
  if (app?.kind !== 'alipay') throw new AlipayError('isv.invalid-app-id')
  if (parameters.sign_type !== 'RSA2') throw new AlipayError('isv.invalid-signature-type')
  const signature = demand(parameters.sign, 'isv.missing-signature')
  if (!timestampPattern.test(demand(parameters.timestamp, 'isv.missing-timestamp'))) {
    throw new AlipayError('isv.invalid-timestamp')
  }
  if (!isSignedBy(contentToSign(parameters), signature, alipayKeys().app.publicKey)) {
    throw new AlipayError('isv.invalid-signature')
  }
  return app
}

function demand(value: string | undefined, missing: string): string {
  if (value === undefined || value === '') throw new AlipayError(missing)
  return value
}

/** Parameters may be in the query, in the form, or in both. */
const readParameters = (ctx: Context): Parameters =>
  Object.fromEntries([
    ...new URLSearchParams(ctx.querystring),
    ...new URLSearchParams(typeof ctx.request.rawBody === 'string' ? ctx.request.rawBody : ''),
  ])

/** The signature covers the literal text of the inner object. */
function send(ctx: Context, node: string, answer: object): void {
  const content = JSON.stringify(answer)
  const sign = signContent(content, alipayKeys().alipay.privateKey)
  // Observed: JSON with an HTML content type.
  ctx.set('Content-Type', 'text/html;charset=utf-8')
  ctx.body = `{"${node}":${content},"sign":"${sign}"}`
}
