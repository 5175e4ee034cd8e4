import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The address that people and platforms know, and the proxy behind it. */
export interface Outside {
  url: string
  /** Where `/v1` and the files for WeChat lead; a page stands at everything else. */
  lead(bffUrl: string): void
  /** Answers like this in the place of both, until it is called with nothing. */
  answerInstead(answer?: { path: string; status: number; text: string }): void
  close(): Promise<void>
}

export async function startOutside(): Promise<Outside> {
  let bff = ''
  let instead: { path: string; status: number; text: string } | undefined

  async function answer({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (instead && (instead.path === '/' ? url === '/' : url.startsWith(instead.path))) {
      response.writeHead(instead.status).end(instead.text)
    } else if (url.startsWith('/v1/') || url.endsWith('.txt')) {
      const passedOn = await fetch(`${bff}${url}`).catch(() => undefined)
      response.writeHead(passedOn?.status ?? 502).end(await passedOn?.text())
    } else response.end('<!doctype html>')
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead(bffUrl) {
      bff = bffUrl
    },
    answerInstead(answer) {
      instead = answer
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
