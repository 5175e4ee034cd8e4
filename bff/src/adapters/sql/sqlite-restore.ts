import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Database from 'libsql'
import { BackupError, type BackupSummary } from '../../domain/backup.ts'
import { backupFormat, backupTables } from './backup-tables.ts'
import { lockFolder } from './folder-lock.ts'
import { ownFile } from './own-file.ts'

/**
 * Restores a backup into an empty data folder. Throws BackupError for a file that is not a backup or is damaged, and
 * for a folder that contains a store; FolderInUseError while a server uses it.
 */
export async function restoreSqlite(
  { dataDir, avatarFolder }: { dataDir: string; avatarFolder: string },
  file: string,
): Promise<BackupSummary> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const release = lockFolder(dataDir)
  const store = join(dataDir, 'trailpass.db')
  const part = `${store}.part`
  try {
    if (existsSync(store) || (await holdsFiles(avatarFolder))) {
      throw new BackupError(`${dataDir} already holds a store: set DATA_DIR to an empty folder`)
    }
    ownFile(part)
    await copyFile(file, part).catch(() => {
      throw new BackupError(`${file} cannot be read`)
    })
    const summary = await unpack(part, file, avatarFolder)
    await rename(part, store)
    return { ...summary, bytes: (await stat(store)).size }
  } finally {
    await removeDatabase(part)
    release()
  }
}

async function unpack(part: string, file: string, avatarFolder: string): Promise<Omit<BackupSummary, 'bytes'>> {
  const database = openBackup(part, file)
  try {
    const note = database.prepare(`select format, at from ${backupTables.note}`).get() as
      | { format: string; at: number }
      | undefined
    if (note?.format !== backupFormat) throw new BackupError(`${file} is not a backup that this version can read`)
    const rows = database.prepare(`select name from ${backupTables.avatar}`).all() as { name: string }[]
    const read = database.prepare(`select bytes from ${backupTables.avatar} where name = ?`)
    await mkdir(avatarFolder, { recursive: true, mode: 0o700 })
    // Names that are paths are not from our backups.
    for (const { name } of rows.filter((row) => basename(row.name) === row.name)) {
      const { bytes } = read.get(name) as { bytes: Buffer }
      await writeFile(join(avatarFolder, name), bytes, { mode: 0o600 })
    }
    for (const table of Object.values(backupTables)) database.exec(`drop table ${table}`)
    database.exec('VACUUM')
    return { at: new Date(note.at), avatars: rows.length }
  } finally {
    database.close()
  }
}

/** Checks that the file is complete and marked as a backup. */
function openBackup(part: string, file: string): Database.Database {
  const database = new Database(part)
  try {
    const { integrity_check: words } = database.prepare('pragma integrity_check').get() as { integrity_check: string }
    if (words !== 'ok') throw new BackupError(`${file} is damaged`)
    const mark = database.prepare(`select name from sqlite_master where name = ?`).get(backupTables.note)
    if (!mark) throw new BackupError(`${file} is not a Trailpass backup`)
    return database
  } catch (error) {
    database.close()
    throw error instanceof BackupError ? error : new BackupError(`${file} is not a Trailpass backup, or is damaged`)
  }
}

const holdsFiles = async (folder: string) => existsSync(folder) && (await readdir(folder)).length > 0

/** Removes what a restore created. */
export async function removeSqlite({
  dataDir,
  avatarFolder,
}: {
  dataDir: string
  avatarFolder: string
}): Promise<void> {
  await rm(avatarFolder, { recursive: true, force: true })
  await removeDatabase(join(dataDir, 'trailpass.db'))
}

async function removeDatabase(path: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) await rm(`${path}${ending}`, { force: true })
}
