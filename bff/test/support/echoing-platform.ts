import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Reply = (response: ServerResponse, asked: string) => void

/** Each is an answer that quotes the request it was asked with: address, headers and body, plain and in base64. */
const echoes = {
  errmsg: (response, asked) => json(response, { errcode: 40_029, errmsg: asked, rid: asked }),
  'an errcode nobody knows': (response, asked) => json(response, { errcode: 47_999, errmsg: asked }),
  'a wrong secret': (response, asked) => json(response, { errcode: 40_125, errmsg: asked }),
  'words for codes': (response, asked) => json(response, { errcode: asked, sub_code: asked, err_no: asked }),
  'broken JSON': (response, asked) => response.end(`{"access_token":"${asked}`),
  'an HTML page': (response, asked) => response.writeHead(502, { 'content-type': 'text/html' }).end(asked),
  headers: (response, asked) => response.writeHead(500, oneLine(asked), { 'x-asked': oneLine(asked) }).end(),
  'a redirect': (response, asked) =>
    response.writeHead(302, { location: `http://127.0.0.1:1/?${encodeURIComponent(asked)}` }).end(),
  'a broken protocol': (response, asked) => void response.socket?.end(`HTTP/1.1 ${oneLine(asked)}\r\n\r\n`),
} as const satisfies Record<string, Reply>

export type Echo = keyof typeof echoes
export const allEchoes = Object.keys(echoes) as Echo[]

/** Stands before the simulator, and may answer in its place. */
export interface EchoingPlatform {
  url: string
  /** Where requests go while nothing is echoed. */
  lead(simulatorUrl: string): void
  /** Until it is called with nothing. */
  echo(how?: Echo): void
  close(): Promise<void>
}

export async function startEchoingPlatform(): Promise<EchoingPlatform> {
  let behind = ''
  let how: Echo | undefined

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request
    const body = await text(request)
    if (how) {
      const asked = [method, url, decodeURIComponent(url), JSON.stringify(headers), body].join(' ')
      echoes[how](response, `${asked} ${Buffer.from(asked).toString('base64')}`)
      return
    }
    const type = String(headers['content-type'] ?? 'text/plain')
    const passedOn = await fetch(`${behind}${url}`, {
      method,
      headers: { 'content-type': type },
      ...(body && { body }),
    })
    response.writeHead(passedOn.status, { 'content-type': passedOn.headers.get('content-type') ?? 'text/plain' })
    response.end(await passedOn.text())
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead(simulatorUrl) {
      behind = simulatorUrl
    },
    echo(chosen) {
      how = chosen
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const json = (response: ServerResponse, fields: object) => response.end(JSON.stringify(fields))
const oneLine = (asked: string) => asked.replace(/[^\x20-\x7e]/g, '?').slice(0, 4000)
