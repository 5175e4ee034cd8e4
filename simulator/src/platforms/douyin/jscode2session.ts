import { createHash, randomBytes } from 'node:crypto'
import type { Context, Middleware } from 'koa'
import { brokenBody, readJsonBody } from '../../http.ts'
import type { App } from '../../state/apps.ts'
import type { Grant } from '../../state/one-time-codes.ts'
import { openidOf, unionidOf } from '../../state/people.ts'
import type { World } from '../../state/world.ts'
import { DouyinError, douyinFailure } from './errors.ts'

type Body = Readonly<Record<string, unknown>>

/** Answers for developer.toutiao.com. HTTP 200 in every case; `err_no` is the status. */
const answers: Readonly<Record<string, (body: Body, world: World) => object>> = {
  '/api/apps/v2/jscode2session': exchange,
  '/api/apps/v2/token': issueToken,
}

export const douyinPaths: readonly string[] = Object.keys(answers)

export function serveDouyin(world: World): Middleware {
  return (ctx, next) => {
    const answer = answers[ctx.path]
    if (!answer) return next()
    try {
      ctx.body = { err_no: 0, err_tips: 'success', log_id: createLogId(), data: answer(readBody(ctx), world) }
      ctx.state.errcode = 0
    } catch (error) {
      if (!(error instanceof DouyinError)) throw error
      refuseDouyin(ctx, error.errNo)
    }
  }
}

export function refuseDouyin(ctx: Context, errNo: number): void {
  ctx.state.errcode = errNo
  ctx.body = { ...douyinFailure(errNo), log_id: createLogId(), data: emptyAnswer }
}

const emptyAnswer = { session_key: '', openid: '', anonymous_openid: '', unionid: '', dopenid: '' }

// https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/server/log-in/code-2-session
function exchange(body: Body, world: World) {
  const app = demandApp(body, world)
  const [code, anonymousCode] = [textOf(body.code), textOf(body.anonymous_code)]
  if (code === '' && anonymousCode === '') throw new DouyinError(40014)
  const anonymous = anonymousCode === '' ? undefined : redeem('anonymous', app, anonymousCode, world)
  const anonymousOpenid = anonymous && createHash('sha256').update(openidOf(app, anonymous.person)).digest('base64url')
  if (code === '') return { ...emptyAnswer, anonymous_openid: anonymousOpenid }
  const { person } = redeem('login', app, code, world)
  return {
    ...emptyAnswer,
    session_key: world.sessionKeys.find(app, person) ?? world.sessionKeys.refresh(app, person),
    openid: openidOf(app, person),
    anonymous_openid: anonymousOpenid ?? '',
    unionid: unionidOf(app, person) ?? '',
  }
}

// https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/server/interface-request-credential/non-user-authorization/get-access-token
function issueToken(body: Body, world: World) {
  if (body.grant_type !== 'client_credential') throw new DouyinError(40020)
  demandApp(body, world)
  return { access_token: randomBytes(32).toString('hex'), expires_in: 7200 }
}

function readBody(ctx: Context): Body {
  const body = readJsonBody(ctx)
  if (ctx.method !== 'POST' || body === undefined || body === brokenBody) throw new DouyinError(40014)
  return body
}

function demandApp(body: Body, world: World): App {
  const app = world.apps.get(textOf(body.appid))
  if (app?.kind !== 'douyin') throw new DouyinError(40015)
  if (app.secret !== textOf(body.secret)) throw new DouyinError(40017)
  return app
}

function redeem(kind: Grant['kind'], app: App, code: string, world: World): Grant {
  const redemption = world.codes.redeem(kind, app, code)
  // Used and unknown codes get the same response.
  if (redemption.outcome !== 'granted') throw new DouyinError(kind === 'anonymous' ? 40019 : 40018)
  return redemption.grant
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const createLogId = () => randomBytes(17).toString('hex').toUpperCase()
