import { setTimeout as delay } from 'node:timers/promises'
import type { Context, Middleware } from 'koa'
import { refuse } from '../platforms/refuse.ts'
import type { FaultMode, Outage } from '../state/outages.ts'
import type { World } from '../state/world.ts'
import { hugeBody, tricklingBody } from './streams.ts'

type Spoil = (ctx: Context, outage: Outage) => void

/** Spoils the answers of the platforms' paths while an outage is on. */
export function disturb(world: World): Middleware {
  return async (ctx, next) => {
    const outage = world.outages.take(ctx.path)
    if (outage === undefined) return next()
    ctx.state.outage = outage.mode
    if (outage.handled) await next()
    if (outage.mode === 'slow') {
      const isStillThere = await waitUnlessGone(ctx, outage.delayMs)
      if (isStillThere && !outage.handled) await next()
      return
    }
    ctx.state.errcode = undefined
    spoilers[outage.mode](ctx, outage)
  }
}

const spoilers: Record<Exclude<FaultMode, 'slow'>, Spoil> = {
  down: (ctx) => hangUp(ctx, () => ctx.req.socket.destroy()),
  reset: (ctx) => hangUp(ctx, () => ctx.req.socket.resetAndDestroy()),
  busy: (ctx) => refuse(ctx, -1),
  errcode: (ctx, { errcode, subCode }) => refuse(ctx, errcode, subCode),
  garbage: (ctx) => reply(ctx, 'text/plain', '\u0000\u0007openid=;;<%{[ 不是 JSON'),
  html: (ctx) => reply(ctx, 'text/html', '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>'),
  error500: (ctx) => reply(ctx, 'text/plain', 'Internal Server Error', 500),
  huge: (ctx) => reply(ctx, 'text/plain', hugeBody()),
  trickle: (ctx) => reply(ctx, 'text/plain', tricklingBody()),
  truncated: (ctx) => hangUp(ctx, () => sendHalf(ctx)),
  empty: (ctx) => reply(ctx, 'text/plain', '{}'),
  'wrong-types': (ctx) => reply(ctx, 'text/plain', wrongTypes),
  redirect: (ctx) => ctx.redirect('https://redirected.invalid/'),
}

const wrongTypes = JSON.stringify({
  openid: 20_170_109,
  session_key: null,
  unionid: [],
  access_token: { token: true },
  expires_in: 'soon',
  errmsg: 0,
  phone_info: 'none',
  result: 1,
})

function reply(ctx: Context, type: string, body: string | NodeJS.ReadableStream, status = 200): void {
  ctx.status = status
  ctx.set('Content-Type', type)
  ctx.body = body
}

/** Takes the answer out of Koa's hands. */
function hangUp(ctx: Context, end: () => void): void {
  ctx.respond = false
  end()
}

function sendHalf({ res }: Context): void {
  const body = JSON.stringify({ session_key: 'AAAAAAAAAAAAAAAAAAAAAA==', openid: 'o0000000000000000000000000000' })
  res.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': body.length })
  res.write(body.slice(0, body.length / 2), () => res.destroy())
}

/** False when the caller hung up first. */
async function waitUnlessGone({ res }: Context, delayMs: number): Promise<boolean> {
  const gone = new AbortController()
  const abort = () => gone.abort()
  res.once('close', abort)
  try {
    await delay(delayMs, undefined, { signal: gone.signal })
    return true
  } catch {
    return false
  } finally {
    res.off('close', abort)
  }
}
