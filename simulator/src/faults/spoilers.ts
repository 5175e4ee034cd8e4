import type { Context } from 'koa'
import { refuse } from '../platforms/refuse.ts'
import type { FaultMode } from '../state/fault-modes.ts'
import type { Fault } from '../state/faults.ts'
import { hugeBody, tricklingBody } from './streams.ts'

type Spoil = (ctx: Context, fault: Fault) => void

/** How each fault alters a response; `slow` does not alter it. */
export const spoilers: Record<Exclude<FaultMode, 'slow'>, Spoil> = {
  down: (ctx) => hangUp(ctx, () => ctx.req.socket.destroy()),
  reset: (ctx) => hangUp(ctx, () => ctx.req.socket.resetAndDestroy()),
  'half-close': (ctx) => hangUp(ctx, () => sendHalf(ctx, () => ctx.req.socket.end())),
  truncated: (ctx) => hangUp(ctx, () => sendHalf(ctx, () => ctx.res.destroy())),
  busy: (ctx) => refuse(ctx, -1),
  errcode: (ctx, { errcode, subCode }) => refuse(ctx, errcode, subCode),
  garbage: (ctx) => reply(ctx, 'text/plain', '\u0000\u0007openid=;;<%{[ 不是 JSON'),
  html: (ctx) => reply(ctx, 'text/html', '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>'),
  error500: (ctx) => reply(ctx, 'text/plain', 'Internal Server Error', 500),
  huge: (ctx) => reply(ctx, 'text/plain', hugeBody()),
  trickle: (ctx) => reply(ctx, 'text/plain', tricklingBody()),
  empty: (ctx) => reply(ctx, 'text/plain', '{}'),
  'wrong-types': (ctx) => reply(ctx, 'text/plain', wrongTypes),
  redirect: (ctx) => ctx.redirect('https://redirected.invalid/'),
  'duplicate-keys': (ctx) => reply(ctx, 'text/plain', repeatKeys(ctx.body)),
  'content-type': (ctx) => reply(ctx, 'image/png', textOf(ctx.body)),
}

/** Faults that alter the correct response, which must be computed first. */
export const spoilsTheRightAnswer: ReadonlySet<FaultMode> = new Set(['duplicate-keys', 'content-type'])

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

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body ?? null))

/** Repeats every key with its text reversed: a parser that takes the last value gets another identity. */
function repeatKeys(body: unknown): string {
  const text = textOf(body)
  if (!text.startsWith('{')) return text
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>)
  const others = entries.map(([key, value]) => [key, typeof value === 'string' ? [...value].reverse().join('') : value])
  return `${text.slice(0, -1)},${JSON.stringify(Object.fromEntries(others)).slice(1)}`
}

function reply(ctx: Context, type: string, body: string | NodeJS.ReadableStream, status = 200): void {
  ctx.status = status
  ctx.set('Content-Type', type)
  ctx.body = body
}

/** Bypasses Koa's response handling. */
function hangUp(ctx: Context, end: () => void): void {
  ctx.respond = false
  end()
}

function sendHalf({ res }: Context, end: () => void): void {
  const body = JSON.stringify({ session_key: 'AAAAAAAAAAAAAAAAAAAAAA==', openid: 'o0000000000000000000000000000' })
  res.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': body.length })
  res.write(body.slice(0, body.length / 2), end)
}
