import type { Context, Middleware } from 'koa'
import { brokenBody, originOf, readJsonBody, readQuery } from '../../http.ts'
import type { World } from '../../state/world.ts'
import { authorize, authorizePath } from './authorize.ts'
import { msgSecCheck } from './content-security.ts'
import { json, type WechatEndpoint, WechatImage } from './endpoint.ts'
import { failure, WechatError } from './errors.ts'
import { jscode2session } from './jscode2session.ts'
import { mediaCheckAsync } from './media-check.ts'
import { miniProgramCode } from './mini-program-code.ts'
import { phoneNumber } from './phone-number.ts'
import { checkSession, resetUserSessionKey } from './session-check.ts'
import { stableToken } from './stable-token.ts'
import { webAccessToken, webUserInfo } from './web-sign-in.ts'

const endpoints: ReadonlyMap<string, WechatEndpoint> = new Map(
  [
    jscode2session,
    stableToken,
    phoneNumber,
    checkSession,
    resetUserSessionKey,
    msgSecCheck,
    mediaCheckAsync,
    miniProgramCode,
    webAccessToken,
    webUserInfo,
  ].map((endpoint) => [endpoint.path, endpoint]),
)

export const wechatPaths: readonly string[] = [...endpoints.keys()]

/** Answers for api.weixin.qq.com and open.weixin.qq.com. HTTP 200 in every case. */
export function serveWechat(world: World): Middleware {
  return (ctx) => {
    if (ctx.path === authorizePath) {
      authorize(ctx, readQuery(ctx), world)
      ctx.state.errcode = 0
      return
    }
    const endpoint = endpoints.get(ctx.path)
    const answer = endpoint === undefined ? failure(40066) : answerOrFailure(ctx, endpoint, world)
    ctx.state.errcode = 'errcode' in answer ? answer.errcode : 0
    const isImage = answer instanceof WechatImage
    ctx.set('Content-Type', isImage ? answer.type : (endpoint?.contentType ?? json))
    ctx.body = isImage ? answer.bytes : JSON.stringify(answer)
  }
}

function answerOrFailure(ctx: Context, endpoint: WechatEndpoint, world: World): object {
  try {
    if (ctx.method !== endpoint.method) throw new WechatError(endpoint.method === 'GET' ? 43001 : 43002)
    const body = endpoint.method === 'POST' ? demandBody(ctx) : {}
    const exceeded = world.quotas.take(endpoint.path, appOf(ctx, world))
    if (exceeded !== undefined) throw new WechatError(errcodeOf(exceeded, endpoint))
    return endpoint.answer({ query: readQuery(ctx), body, origin: originOf(ctx) }, world)
  } catch (error) {
    if (error instanceof WechatError) return failure(error.errcode)
    throw error
  }
}

/** Who asks, as far as one can tell before anything is checked. */
function appOf(ctx: Context, world: World): string {
  const { access_token, appid } = readQuery(ctx)
  const check = world.accessTokens.check(access_token ?? '')
  return check.standing === 'valid' ? check.app.appId : (appid ?? '')
}

/** Phone numbers are bought, and their interface says so in a code of its own. */
function errcodeOf(exceeded: 'perMinute' | 'perDay', endpoint: WechatEndpoint): number {
  if (exceeded === 'perMinute') return 45011
  return endpoint === phoneNumber ? 1400001 : 45009
}

function demandBody(ctx: Context): Readonly<Record<string, unknown>> {
  const body = readJsonBody(ctx)
  if (body === undefined) throw new WechatError(44002)
  if (body === brokenBody) throw new WechatError(47001)
  return body
}
