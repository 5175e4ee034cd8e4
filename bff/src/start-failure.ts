import { ConfigError } from './config/config.ts'
import { AppError } from './domain/app-error.ts'
import { FolderInUseError } from './domain/folder-in-use-error.ts'
import { MasterKeyError } from './services/keyring-service.ts'

/** Why the server did not start, in words for the person at the console. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FolderInUseError || error instanceof MasterKeyError) {
    return `trailpass bff did not start. ${error.message}`
  }
  if (error instanceof AppError) return `trailpass bff did not start. ${error.message}`
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  if (code === 'EADDRINUSE') return `trailpass bff did not start. Port ${port} on ${address} is in use; set PORT.`
  if (code === 'EACCES') return `trailpass bff did not start. Permission denied${port ? ` for port ${port}` : ''}.`
  if (code === 'ECONNREFUSED') return 'trailpass bff did not start. The database at DATABASE_URL does not answer.'
  return `trailpass bff did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
