import { RedisStore } from 'connect-redis'
import express from 'express'
import session from 'express-session'
import { createClient } from 'redis'
import { serve } from '../serve.ts'
import { userInfo } from './user-info.ts'

declare module 'express-session' {
  interface SessionData {
    user: object
  }
}

// express-session with Redis: the person lies in the session itself.
const client = createClient({ url: process.env.REDIS_URL ?? '' })
await client.connect()
const app = express()
app.use(
  session({
    store: new RedisStore({ client, prefix: `bench-${process.pid}:`, ttl: 600 }),
    secret: 'bench',
    resave: false,
    saveUninitialized: false,
  }),
)
app.post('/v1/session', (request, response) => {
  request.session.user = userInfo
  response.json({})
})
app.get('/v1/userinfo', (request, response) => {
  response.json(request.session.user ?? null)
})
serve(app)
