import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa from 'koa'
import { MiniApp } from 'node-easywechat'
import { serve } from '../serve.ts'

// node-easywechat's code2Session in Koa: it keeps neither people nor sessions.
const app = new MiniApp({
  app_id: 'wxbench',
  secret: 'bench',
  http: { baseURL: process.env.WECHAT_API_URL ?? '' },
})
const router = new Router()
router.post('/v1/session', async (ctx) => {
  const { openid } = await app.getUtils().codeToSession((ctx.request.body as { code: string }).code)
  ctx.body = { openid }
})
serve(new Koa().use(bodyParser()).use(router.routes()).callback())
