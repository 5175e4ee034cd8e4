import type { Log } from './ports/log.ts'

/**
 * Whoever nobody caught: Node would print its words, which may quote a secret. Until the returned function is called
 * the process ends by it, and says only of what kind it was and where.
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
