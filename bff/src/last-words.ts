import type { Log } from './ports/log.ts'

/**
 * Handles uncaught errors until the returned function is called: Node would print the message, which may quote a
 * secret. The process ends and logs only the type and location of the error.
 */
export function guardLastWords(log: Pick<Log, 'error'>): () => void {
  const end = (err: unknown) => {
    log.error({ err }, 'trailpass bff did not start')
    process.exit(1)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
  return () => {
    process.off('uncaughtException', end)
    process.off('unhandledRejection', end)
  }
}
