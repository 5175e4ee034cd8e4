import closeWithGrace from 'close-with-grace'
import { loadConfig } from './config/config.ts'
import { readProcessEnv } from './config/env.ts'
import { createContext } from './context.ts'
import { guardLastWords } from './last-words.ts'
import { createLogger } from './lib/logger.ts'
import { startServer } from './server.ts'
import { explainStartFailure } from './start-failure.ts'

const stopWithinMs = 10_000

const letGo = guardLastWords(createLogger('error'))
try {
  const context = await createContext(loadConfig(readProcessEnv()))
  const server = await startServer(context)
  console.log(`trailpass bff ready on ${server.url}`)
  if (server.operatorUrl) console.log(`the operator's port is ${server.operatorUrl}`)
  letGo()
  closeWithGrace({ delay: stopWithinMs, logger: false }, async ({ err }) => {
    if (err) context.log.error({ err }, 'stopping after an error')
    await server.stop()
  })
} catch (error) {
  console.error(explainStartFailure(error))
  process.exit(1)
}
