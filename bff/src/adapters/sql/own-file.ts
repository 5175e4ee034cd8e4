import { chmodSync, closeSync, openSync } from 'node:fs'

const mode = 0o600

/**
 * Has a database's file be for nobody else to read, also in a folder that others may enter; SQLite gives what it puts
 * beside it the same mode. One that is there is not opened: to close it again would let go of this process's locks.
 */
export function ownFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', mode))
  } catch {
    for (const ending of ['', '-wal', '-shm']) restrict(`${path}${ending}`)
  }
}

/** Where a disk knows no modes, or the file cannot be made, SQLite has its say. */
function restrict(path: string): void {
  try {
    chmodSync(path, mode)
  } catch {}
}
