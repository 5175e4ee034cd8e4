import type { Context } from 'koa'
import { gatewayPath, refuseAlipay } from './alipay/gateway.ts'
import { douyinPaths, refuseDouyin } from './douyin/jscode2session.ts'
import { failure } from './wechat/errors.ts'

const busy = -1

/** Refuses a request in the words of the platform whose path it is. Alipay's codes are words: `subCode`. */
export function refuse(ctx: Context, errcode: number, subCode?: string): void {
  if (ctx.path === gatewayPath) refuseAlipay(ctx, subCode ?? (errcode === busy ? 'isp.unknow-error' : String(errcode)))
  else if (douyinPaths.includes(ctx.path)) refuseDouyin(ctx, errcode)
  else {
    ctx.state.errcode = errcode
    ctx.set('Content-Type', 'text/plain')
    ctx.body = JSON.stringify(failure(errcode))
  }
}
