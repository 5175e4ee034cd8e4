import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createUpstream, type Upstream, UpstreamError } from './upstream.ts'

let server: Server
let upstream: Upstream

async function serve(listener: RequestListener, path = ''): Promise<void> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  upstream = createUpstream(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
}
afterEach(async () => {
  await upstream.close()
  server.closeAllConnections()
  server.close()
})

const ask = (signal = AbortSignal.timeout(2000)) =>
  upstream.request({ method: 'GET', path: '/sns/x', query: { secret: 'canary', code: 'a b&c' }, signal })
const failureOf = (asked: Promise<unknown>) => asked.then(() => undefined).catch((error: unknown) => error)

it('reads JSON under any content type, below a path of its own', async () => {
  let url: string | undefined
  await serve((request, response) => {
    url = request.url
    response.setHeader('content-type', 'text/plain').end('{"openid":"o1"}')
  }, '/proxy/')
  expect(await ask()).toEqual({ openid: 'o1' })
  expect(url).toBe('/proxy/sns/x?secret=canary&code=a+b%26c')
})

it('posts JSON', async () => {
  let body = ''
  await serve((request, response) => {
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => response.end('{}'))
  })
  await upstream.request({
    method: 'POST',
    path: '/x',
    query: {},
    body: { a: '中' },
    signal: AbortSignal.timeout(2000),
  })
  expect(JSON.parse(body)).toEqual({ a: '中' })
})

it('puts a character together that arrives in two pieces', async () => {
  const bytes = Buffer.from('{"name":"步"}')
  await serve((_, response) => {
    response.write(bytes.subarray(0, 10))
    setImmediate(() => response.end(bytes.subarray(10)))
  })
  expect(await ask()).toEqual({ name: '步' })
})

it.each(['[]', 'null', '"text"', '7', '{', '', '<html>canary</html>'])('refuses %s', async (text) => {
  await serve((_, response) => response.end(text))
  expect(await failureOf(ask())).toMatchObject({ reason: 'not a JSON object' })
})

it('refuses a key that is given twice, at any depth', async () => {
  await serve((_, response) => response.end('{"data":{"openid":"o1","openid":"o2"}}'))
  expect(await failureOf(ask())).toMatchObject({ reason: 'duplicate keys' })
})

it.each([301, 404, 500])('refuses status %i, and follows no redirect', async (status) => {
  let requests = 0
  await serve((_, response) => {
    requests++
    response.writeHead(status, { location: '/elsewhere' }).end('{"openid":"o1"}')
  })
  expect(await failureOf(ask())).toMatchObject({ reason: `status ${status}` })
  expect(requests).toBe(1)
})

it('reads 64 KB and not a byte more', async () => {
  let padding = 64 * 1024 - '{"a":""}'.length
  await serve((_, response) => response.end(JSON.stringify({ a: 'x'.repeat(padding) })))
  expect(Object.keys(await ask())).toEqual(['a'])
  padding++
  expect(await failureOf(ask())).toMatchObject({ reason: 'body too large' })
})

it('gives up when the signal says so, before and within the body', async () => {
  await serve((_, response) => void response.flushHeaders())
  expect(await failureOf(ask(AbortSignal.timeout(50)))).toMatchObject({ reason: 'timeout' })
})

it('keeps query and address out of what it throws', async () => {
  await serve((request) => void request.socket.destroy())
  const error = await failureOf(ask())
  expect(error).toBeInstanceOf(UpstreamError)
  expect(`${(error as Error).stack} ${JSON.stringify(error)} ${String((error as Error).cause)}`).not.toContain('canary')
})
