import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Router from '@koa/router'
import axios from 'axios'
import jwt from 'jsonwebtoken'
import Koa from 'koa'
import { koaBody } from 'koa-body'
import Database from 'libsql'
import { serve } from '../serve.ts'

// What tutorials show: koa-body, axios, a select and then a write, a signed JWT.
const database = new Database(join(mkdtempSync(join(tmpdir(), 'trailpass-bench-')), 'usual.db'))
database.exec('pragma journal_mode = WAL')
database.exec('create table user (id integer primary key autoincrement, openid text unique, session_key text)')

const router = new Router()
router.post('/v1/session', async (ctx) => {
  const { data } = await axios.get(`${process.env.WECHAT_API_URL}/sns/jscode2session`, {
    params: {
      appid: 'wxbench',
      secret: 'bench',
      js_code: (ctx.request.body as { code: string }).code,
      grant_type: 'authorization_code',
    },
  })
  let user = database.prepare('select * from user where openid = ?').get(data.openid) as { id: number } | undefined
  if (user) {
    database.prepare('update user set session_key = ? where id = ?').run(data.session_key, user.id)
  } else {
    database.prepare('insert into user (openid, session_key) values (?, ?)').run(data.openid, data.session_key)
    user = database.prepare('select * from user where openid = ?').get(data.openid) as { id: number }
  }
  ctx.body = { token: jwt.sign({ id: user.id }, 'bench', { expiresIn: '30d' }), user: { id: user.id } }
})
serve(new Koa().use(koaBody()).use(router.routes()).callback())
