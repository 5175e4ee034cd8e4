import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSimulator } from './simulator.ts'
import type { World, WorldOptions } from './state/world.ts'

export interface SimulatorServerOptions extends WorldOptions {
  /** 0 takes a free one. */
  port?: number
  host?: string
}

export interface SimulatorServer {
  url: string
  port: number
  world: World
  /** Stops immediately, aborting open responses. */
  close(): Promise<void>
}

/** Rejects with the system's error (EADDRINUSE …) when it cannot listen. */
export async function startSimulator(options: SimulatorServerOptions = {}): Promise<SimulatorServer> {
  const { port = 0, host = '127.0.0.1', ...worldOptions } = options
  const { app, world } = createSimulator(worldOptions)
  const server = createServer(app.callback())
  // Idle connections are closed only by the client: closing them from both ends at once would lose requests.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return {
    url: `http://${shownHost}:${address.port}`,
    port: address.port,
    world,
    close: () =>
      new Promise((resolve) => {
        world.bikes.clear()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
