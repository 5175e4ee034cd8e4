import type { AppContext } from '../context.ts'
import { type Listening, startListening } from '../listening.ts'
import { publishOperatorUrl, withdrawOperatorUrl } from './address-file.ts'
import { createOperatorApp } from './operator-app.ts'

/** There are few callers, and a command may take long. */
const socketLimits = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16 * 1024 }

/** Opens the operator's port; without a token it stays closed. Rejects with the error of `listen`. */
export async function openOperatorPort(context: AppContext): Promise<Listening | undefined> {
  const { config, log } = context
  const { token, ...place } = config.operator
  // A file left by an earlier process is invalid.
  withdrawOperatorUrl(config.dataDir)
  if (token === null) {
    log.info({ event: 'operator.port_closed' }, "the operator's port is closed because OPERATOR_TOKEN is not set")
    return undefined
  }
  const listening = await startListening(createOperatorApp(context, token).callback(), place, socketLimits).catch(
    (error) => Promise.reject(Object.assign(error, { setting: 'OPERATOR_PORT' })),
  )
  // With PostgreSQL, commands open the database themselves, so no address is published.
  if (config.databaseUrl === null) publishOperatorUrl(config.dataDir, listening.url)
  return {
    url: listening.url,
    async stop() {
      withdrawOperatorUrl(config.dataDir)
      await listening.stop()
    },
  }
}
