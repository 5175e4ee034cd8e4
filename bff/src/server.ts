import { createApp } from './app.ts'
import type { AppContext } from './context.ts'
import { startListening } from './listening.ts'
import { openOperatorPort } from './operator/operator-port.ts'

/** What a caller may take its time with, and how much of it there may be, before its socket is closed. */
const socketLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16 * 1024,
}
/** Beyond it no limit limits anybody. */
const sensibleFactor = 10

export interface RunningServer {
  url: string
  /** The operator's port; `undefined` while that is closed. */
  operatorUrl: string | undefined
  /** Waits for balancers as configured, takes no more requests, finishes those under way, and lets go of the store. */
  stop(): Promise<void>
}

/** Listens as configured; port 0 takes a free one. Rejects with the error of `listen`. */
export async function startServer(context: AppContext): Promise<RunningServer> {
  const { config, log } = context
  if (config.production && config.rateLimits.factor > sensibleFactor) {
    log.warn(
      { event: 'config.rate_limits_lifted' },
      'RATE_LIMIT_FACTOR is meant for load tests: rate limits are effectively off',
    )
  }
  const limits = { ...socketLimits, maxConnections: config.maxConnections }
  const server = await startListening(createApp(context).callback(), config.listen, limits)
  const operatorPort = await openOperatorPort(context).catch(async (error) => {
    await server.stop()
    throw error
  })
  const stopSweeping = context.housekeeping.start()
  return {
    url: server.url,
    operatorUrl: operatorPort?.url,
    async stop() {
      const swept = stopSweeping()
      await Promise.all([server.stop(config.stopLeadMs), operatorPort?.stop()])
      await swept
      await context.dispose()
    },
  }
}
