import type { Middleware } from 'koa'

/**
 * `wx.request` cannot send PATCH
 * (https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html), so a mini program sends a
 * POST with an override header. No other method can be overridden.
 */
export const methodOverride: Middleware = (ctx, next) => {
  if (ctx.method === 'POST' && ctx.get('X-HTTP-Method-Override').toUpperCase() === 'PATCH') ctx.method = 'PATCH'
  return next()
}
