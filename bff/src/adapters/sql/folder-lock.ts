import { join } from 'node:path'
import Database from 'libsql'
import { FolderInUseError } from '../../domain/folder-in-use-error.ts'

/**
 * Holds a data folder for this process by an open exclusive transaction on a file of its own: the operating system
 * lets go of it when the process dies, however it dies, on every system SQLite runs on.
 * Returns the release; throws FolderInUseError when another process holds the folder.
 */
export function lockFolder(folder: string): () => void {
  const lock = new Database(join(folder, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new FolderInUseError(`another process is using the data folder ${folder}`, { cause })
  }
  return () => lock.close()
}
