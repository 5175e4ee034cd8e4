import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { AppContext } from './context.ts'

/** What a caller may take its time with, and how much of it there may be, before its socket is closed. */
const socketLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16 * 1024,
}
/** A caller that has not finished by then is cut off: the whole stop has to fit into what an operator waits. */
const drainWithinMs = 8000
/** Beyond it no limit limits anybody. */
const sensibleFactor = 10

export interface RunningServer {
  url: string
  /** Takes no more requests, finishes those under way, and lets go of the store. */
  stop(): Promise<void>
}

/** Listens as configured; port 0 takes a free one. Rejects with the error of `listen`. */
export async function startServer(context: AppContext): Promise<RunningServer> {
  const { config, log } = context
  const { host, port } = config.listen
  if (config.production && config.rateLimits.factor > sensibleFactor) {
    log.warn(
      { event: 'config.rate_limits_lifted' },
      'RATE_LIMIT_FACTOR is meant for load tests: nothing is limited much',
    )
  }
  const server = createServer(socketLimits, createApp(context).callback())
  server.maxConnections = config.maxConnections
  server.keepAliveTimeout = 65_000
  const drain = prepareDrain(server)
  await listen(server, host, port)
  const stopSweeping = context.housekeeping.start()
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    async stop() {
      const swept = stopSweeping()
      await drain()
      await swept
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
