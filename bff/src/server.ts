import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { AppContext } from './context.ts'

/** A caller that has not finished by then is cut off: the whole stop has to fit into what an operator waits. */
const drainWithinMs = 8000

export interface RunningServer {
  url: string
  /** Takes no more requests, finishes those under way, and lets go of the store. */
  stop(): Promise<void>
}

/** Listens as configured; port 0 takes a free one. Rejects with the error of `listen`. */
export async function startServer(context: AppContext): Promise<RunningServer> {
  const { host, port } = context.config.listen
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, createApp(context).callback())
  server.keepAliveTimeout = 65_000
  const drain = prepareDrain(server)
  await listen(server, host, port)
  const stopSweeping = context.housekeeping.start()
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    async stop() {
      stopSweeping()
      await drain()
      await context.dispose()
    },
  }
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
