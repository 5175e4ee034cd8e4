import { ConfigError } from './config/config.ts'
import { AppError } from './domain/app-error.ts'
import { FolderInUseError } from './domain/folder-in-use-error.ts'
import { MasterKeyError } from './services/keyring-service.ts'

/** Explains to the person at the console why the server did not start. */
export const explainStartFailure = (error: unknown): string => `trailpass bff did not start. ${explainFailure(error)}`

/** Explains why the configuration, the store or the port cannot be used. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FolderInUseError || error instanceof MasterKeyError) {
    return error.message
  }
  if (error instanceof AppError) return error.message
  const {
    code,
    port,
    address,
    path,
    severity,
    setting = 'PORT',
  } = error as Record<'code' | 'port' | 'address' | 'path' | 'severity' | 'setting', unknown>
  if (code === 'EADDRINUSE') return `Port ${port} on ${address} is in use; set ${setting}.`
  // PostgreSQL's own words: no such database, a wrong password, a right that is missing.
  if (error instanceof Error && severity !== undefined) return `PostgreSQL at DATABASE_URL says: ${error.message}.`
  if (typeof code === 'string' && typeof path === 'string') return `${path} cannot be used: ${code}.`
  if (code === 'EACCES') return `Permission denied${port ? ` for port ${port}` : ''}.`
  if (code === 'ECONNREFUSED') return 'The database at DATABASE_URL does not answer.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
