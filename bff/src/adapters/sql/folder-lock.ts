import { join } from 'node:path'
import Database from 'libsql'
import { FolderInUseError } from '../../domain/folder-in-use-error.ts'
import { ownFile } from './own-file.ts'

/**
 * Locks a data folder for this process with an open exclusive transaction on a separate file: the operating system
 * releases it when the process dies, in any way, on every system that SQLite supports. Returns the release; throws
 * FolderInUseError if another process holds the lock.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock.db')
  ownFile(path)
  const lock = new Database(path, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new FolderInUseError(`another process is using the data folder ${folder}`, { cause })
  }
  return () => lock.close()
}
