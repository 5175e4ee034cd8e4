import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Database from 'libsql'
import { BackupError, type BackupSummary } from '../../domain/backup.ts'
import { backupFormat, backupTables } from './backup-tables.ts'

/**
 * Runs in a separate process: copying takes time proportional to the database, and the server keeps serving meanwhile.
 * The copy is a snapshot from its start, without erased data.
 */
const copyProgram = `
const [libsql, from, to] = process.argv.slice(1)
const database = new (require(libsql))(from)
database.pragma('busy_timeout = 5000')
database.prepare('VACUUM INTO ?').run(to)
database.close()`

/**
 * Writes the embedded store and the avatars into one file, which must not exist. Throws BackupError. The file is as
 * confidential as the store: without the master key, the same parts are readable.
 */
export async function backUpSqlite(
  { dataDir, avatarFolder, now }: { dataDir: string; avatarFolder: string; now: Date },
  file: string,
  tell: (line: string) => void,
): Promise<BackupSummary> {
  if (existsSync(file)) throw new BackupError(`${file} already exists`)
  const part = `${file}.part`
  await rm(part, { force: true })
  try {
    tell('copying the database')
    // VACUUM INTO accepts an empty file, so the file is created first, with permissions for the owner only.
    await (await open(part, 'wx', 0o600).catch(explain)).close()
    await copyDatabase(join(dataDir, 'trailpass.db'), part)
    await chmod(part, 0o600)
    const avatars = await addAvatars(part, avatarFolder, now, tell)
    await syncFile(part)
    await rename(part, file)
    return { at: now, bytes: (await stat(file)).size, avatars }
  } finally {
    await rm(part, { force: true })
  }
}

async function copyDatabase(from: string, to: string): Promise<void> {
  const libsql = createRequire(import.meta.url).resolve('libsql')
  const child = spawn(process.execPath, ['-e', copyProgram, libsql, from, to], {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text
  })
  const [exitCode] = await once(child, 'close')
  if (exitCode !== 0) throw new BackupError(`the copy failed: ${/^.*Error: .*$/m.exec(words)?.[0] ?? 'no room?'}`)
}

/** Pictures removed since the copy began are left out. */
async function addAvatars(file: string, folder: string, now: Date, tell: (line: string) => void): Promise<number> {
  const database = new Database(file)
  try {
    database.exec(`create table ${backupTables.note} (format text not null, at integer not null)`)
    database.exec(`create table ${backupTables.avatar} (name text primary key, bytes blob not null)`)
    database.prepare(`insert into ${backupTables.note} values (?, ?)`).run(backupFormat, now.getTime())
    const insert = database.prepare(`insert into ${backupTables.avatar} values (?, ?)`)
    const names = existsSync(folder) ? (await readdir(folder)).filter((name) => !name.endsWith('.part')) : []
    let count = 0
    database.exec('BEGIN')
    for (const name of names) {
      const bytes = await readFile(join(folder, name)).catch(() => undefined)
      if (!bytes) continue
      insert.run(name, bytes)
      count++
      if (count % 1000 === 0) tell(`${count} of ${names.length} avatars`)
    }
    database.exec('COMMIT')
    return count
  } finally {
    database.close()
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function explain(error: NodeJS.ErrnoException): never {
  throw new BackupError(`${error.path} cannot be written: ${error.code}`)
}
