import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa from 'koa'
import { serve } from '../serve.ts'
import { code2session } from './code2session.ts'

// The house we live in, empty: Koa, its router and its body parser around the upstream call.
const router = new Router()
router.post('/v1/session', async (ctx) => {
  const { openid } = await code2session((ctx.request.body as { code: string }).code)
  ctx.body = { openid }
})
serve(new Koa().use(bodyParser()).use(router.routes()).callback())
