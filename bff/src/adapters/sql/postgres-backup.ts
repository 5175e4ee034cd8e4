import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create as createTar } from 'tar'
import { BackupError, type BackupSummary } from '../../domain/backup.ts'
import { backupFormat } from './backup-tables.ts'
import { type CopyNote, copyNames, hashFile } from './postgres-copy.ts'
import { runPostgresTool } from './postgres-tools.ts'

/**
 * Writes a snapshot of the database and the avatars into one file, which must not exist. Servers keep writing
 * meanwhile. Throws BackupError. The file is as confidential as the database.
 */
export async function backUpPostgres(
  { databaseUrl, avatarFolder, now }: { databaseUrl: string; avatarFolder: string; now: Date },
  file: string,
  tell: (line: string) => void,
): Promise<BackupSummary> {
  if (existsSync(file)) throw new BackupError(`${file} already exists`)
  // A private folder next to the file, so that the final rename stays on one disk.
  const staging = await mkdtemp(`${file}.part-`).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${file} cannot be written: ${error.code}`)
  })
  try {
    tell('copying the database')
    const dump = join(staging, copyNames.dump)
    const options = ['--format=custom', '--no-owner', '--no-privileges', '--no-comments', `--file=${dump}`]
    await runPostgresTool('pg_dump', databaseUrl, options, (line) => {
      const table = /dumping contents of table "(?:\w+\.)?(\w+)"/.exec(line)?.[1]
      if (table) tell(`copying ${table}`)
    })
    const avatars = await collectAvatars(avatarFolder, join(staging, copyNames.avatars), tell)
    const note: CopyNote = { format: backupFormat, at: now.toISOString(), sha256: await hashFile(dump) }
    await writeFile(join(staging, copyNames.note), `${JSON.stringify(note)}\n`)
    const whole = join(staging, 'whole')
    await createTar({ cwd: staging, file: whole, mode: 0o600, portable: true }, Object.values(copyNames))
    await syncFile(whole)
    await rename(whole, file)
    return { at: now, bytes: (await stat(file)).size, avatars }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Pictures removed since the copy began are left out. */
async function collectAvatars(from: string, to: string, tell: (line: string) => void): Promise<number> {
  await mkdir(to)
  const names = existsSync(from) ? (await readdir(from)).filter((name) => !name.endsWith('.part')) : []
  let count = 0
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)]
    const isThere = await link(source, target)
      .catch(() => copyFile(source, target))
      .then(
        () => true,
        () => false,
      )
    if (!isThere) continue
    count++
    if (count % 1000 === 0) tell(`${count} of ${names.length} avatars`)
  }
  return count
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
