import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, request as forward, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const builtH5 = fileURLToPath(new URL('../../client/dist/h5', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
}

export interface H5Site {
  url: string
  /** What reached it, addresses and headers, as a server's log could hold them. */
  readonly heard: string
  close(): Promise<void>
}

export interface H5SiteOptions {
  /** Another folder than that of the built H5. */
  dist?: string
}

/** The built H5 as an operator serves it: static files, compressed, and `/v1` handed on to the BFF of the same origin. */
export async function startH5Site(bffUrl: () => string, { dist = builtH5 }: H5SiteOptions = {}): Promise<H5Site> {
  let heard = ''
  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '/'
    heard += `${incoming.method} ${path} ${JSON.stringify(incoming.rawHeaders)}\n`
    if (!path.startsWith('/v1/')) return void serveFile(dist, path, response)
    const upstream = forward(`${bffUrl()}${path}`, { method: incoming.method, headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    upstream.on('error', () => response.destroy())
    incoming.pipe(upstream)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get heard() {
      return heard
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function serveFile(dist: string, path: string, response: ServerResponse): Promise<void> {
  const name = normalize(decodeURIComponent(new URL(path, 'http://site').pathname)).replace(/^[/\\]+/, '')
  const wanted = join(dist, name)
  const file =
    wanted.startsWith(dist) && extname(wanted) !== '' && existsSync(wanted) ? wanted : join(dist, 'index.html')
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
  response.setHeader('content-encoding', 'gzip')
  response.end(gzipSync(await readFile(file)))
}
