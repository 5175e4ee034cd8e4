import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** What lies in a backup of PostgreSQL: a tar file, so that `tar` and `pg_restore` read it without us as well. */
export const copyNames = { note: 'trailpass.json', dump: 'trailpass.dump', avatars: 'avatars' } as const

export interface CopyNote {
  format: string
  at: string
  /** Of the dump: `pg_restore` finds a short one, but not every altered one. */
  sha256: string
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
