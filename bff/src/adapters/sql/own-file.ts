import { chmodSync, closeSync, openSync } from 'node:fs'

const mode = 0o600

/**
 * Makes a database file readable by its owner only, even in a folder that others may enter. SQLite gives the files that it
 * creates next to it the same mode. An existing file is not opened: closing it would release this process's locks on it.
 */
export function ownFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', mode))
  } catch {
    for (const ending of ['', '-wal', '-shm']) restrict(`${path}${ending}`)
  }
}

/** Ignores errors: the file system may have no modes, and SQLite reports a file that cannot be created. */
function restrict(path: string): void {
  try {
    chmodSync(path, mode)
  } catch {}
}
