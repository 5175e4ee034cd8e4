import type { Middleware } from 'koa'

/**
 * `wx.request` knows no PATCH (https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html),
 * so a mini program sends it as a POST that says what it means. Nothing else can be asked for this way.
 */
export const methodOverride: Middleware = (ctx, next) => {
  if (ctx.method === 'POST' && ctx.get('X-HTTP-Method-Override').toUpperCase() === 'PATCH') ctx.method = 'PATCH'
  return next()
}
