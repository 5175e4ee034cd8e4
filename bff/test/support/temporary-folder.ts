import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  path: string
  remove(): Promise<void>
}

export async function createTemporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'trailpass-test-'))
  // Windows lets go of a closed database file a moment later.
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}
