import Router from '@koa/router'
import Koa from 'koa'
import { serve } from '../serve.ts'
import { userInfo } from './user-info.ts'

// The house we live in, empty: Koa and its router around the same object.
const router = new Router()
router.get('/v1/userinfo', (ctx) => {
  ctx.body = userInfo
})
serve(new Koa().use(router.routes()).callback())
