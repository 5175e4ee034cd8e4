import { createServer, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** A caller that has not finished by then is cut off: the whole stop has to fit into what an operator waits. */
const drainWithinMs = 8000
const keepAliveMs = 65_000

export interface Listening {
  url: string
  /**
   * Takes no more requests and finishes those under way. For `leadMs` before, everything is still answered, but
   * `/readyz` says 503 and connections are not kept, so that a balancer goes elsewhere before the door closes.
   */
  stop(leadMs?: number): Promise<void>
}

/** Serves at a place of this machine; port 0 takes a free one. Rejects with the error of `listen`. */
export async function startListening(
  answer: RequestListener,
  { host, port }: { host: string; port: number },
  { maxConnections, ...limits }: ServerOptions & { maxConnections?: number },
): Promise<Listening> {
  const leaving = { hasBegun: false }
  const server = createServer(limits, (request, response) => {
    if (!leaving.hasBegun) return answer(request, response)
    response.shouldKeepAlive = false
    if (request.url === '/readyz') response.writeHead(503, { 'Retry-After': '1' }).end('stopping')
    else answer(request, response)
  })
  if (maxConnections !== undefined) server.maxConnections = maxConnections
  server.keepAliveTimeout = keepAliveMs
  const stop = prepareDrain(server, leaving)
  await listen(server, host, port)
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, stop }
}

/** Returns the end of listening: it waits for the answers under way, and no connection is kept alive past its own. */
function prepareDrain(server: Server, leaving: { hasBegun: boolean }): (leadMs?: number) => Promise<void> {
  const answering = new Set<ServerResponse>()
  server.on('request', (_, response) => {
    answering.add(response)
    response.once('close', () => answering.delete(response))
  })
  return async (leadMs = 0) => {
    leaving.hasBegun = true
    for (const response of answering) response.shouldKeepAlive = false
    if (leadMs > 0) await delay(leadMs)
    const closed = new Promise((resolve) => server.close(resolve))
    const cutOff = setTimeout(() => server.closeAllConnections(), drainWithinMs - leadMs)
    await closed
    clearTimeout(cutOff)
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: 4096 }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
