import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** The contents of a PostgreSQL backup: a tar file that `tar` and `pg_restore` can also read. */
export const copyNames = { note: 'trailpass.json', dump: 'trailpass.dump', avatars: 'avatars' } as const

export interface CopyNote {
  format: string
  at: string
  /** The dump's checksum: `pg_restore` detects a truncated dump, but not every altered one. */
  sha256: string
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
