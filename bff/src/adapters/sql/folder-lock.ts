import { join } from 'node:path'
import Database from 'libsql'
import { FolderInUseError } from '../../domain/folder-in-use-error.ts'
import { ownFile } from './own-file.ts'

/**
 * Holds a data folder for this process by an open exclusive transaction on a file of its own: the operating system
 * lets go of it when the process dies, however it dies, on every system SQLite runs on.
 * Returns the release; throws FolderInUseError when another process holds the folder.
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
