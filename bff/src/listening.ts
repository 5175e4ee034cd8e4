import { createServer, type RequestListener, type Server, type ServerOptions, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A caller that has not finished by then is cut off: the whole stop has to fit into what an operator waits. */
const drainWithinMs = 8000
const keepAliveMs = 65_000

export interface Listening {
  url: string
  /** Takes no more requests and finishes those under way. */
  stop(): Promise<void>
}

/** Serves at a place of this machine; port 0 takes a free one. Rejects with the error of `listen`. */
export async function startListening(
  answer: RequestListener,
  { host, port }: { host: string; port: number },
  { maxConnections, ...limits }: ServerOptions & { maxConnections?: number },
): Promise<Listening> {
  const server = createServer(limits, answer)
  if (maxConnections !== undefined) server.maxConnections = maxConnections
  server.keepAliveTimeout = keepAliveMs
  const stop = prepareDrain(server)
  await listen(server, host, port)
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, stop }
}

/** Returns the end of listening: it waits for the answers under way, and no connection is kept alive past its own. */
function prepareDrain(server: Server): () => Promise<void> {
  const answering = new Set<ServerResponse>()
  server.on('request', (_, response) => {
    answering.add(response)
    response.once('close', () => answering.delete(response))
  })
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    for (const response of answering) response.shouldKeepAlive = false
    const cutOff = setTimeout(() => server.closeAllConnections(), drainWithinMs)
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
