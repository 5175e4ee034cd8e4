import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from './app.ts'
import type { AppContext } from './context.ts'

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
  await listen(server, host, port)
  const stopSweeping = context.housekeeping.start()
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${name}:${address.port}`,
    async stop() {
      stopSweeping()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await closed
      await context.dispose()
    },
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
