import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { extract as extractTar } from 'tar'
import { BackupError, type BackupSummary } from '../../domain/backup.ts'
import { backupFormat } from './backup-tables.ts'
import { type CopyNote, copyNames, hashFile } from './postgres-copy.ts'
import { runPostgresTool } from './postgres-tools.ts'

interface Place {
  databaseUrl: string
  dataDir: string
  avatarFolder: string
}

/** Functions that belong to extensions are not ours. */
const ownFunctions = `from pg_proc p where p.pronamespace = current_schema()::regnamespace and not exists
  (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`
const ownTables = 'from pg_tables where schemaname = current_schema()'
const isHeld = `select exists (select ${ownTables}) or exists (select ${ownFunctions}) as held`
const dropAll = `do $$ declare one text; begin
  for one in select format('table %I', tablename) ${ownTables} loop execute format('drop %s cascade', one); end loop;
  for one in select 'function ' || p.oid::regprocedure ${ownFunctions} loop execute format('drop %s cascade', one); end loop;
end $$`

/**
 * Restores a backup into an empty database and folder; the database in one transaction. Throws BackupError for a file
 * that is not a backup or is damaged, and for a target that contains a store.
 */
export async function restorePostgres(
  place: Place,
  file: string,
  tell: (line: string) => void,
): Promise<BackupSummary> {
  const { databaseUrl, dataDir, avatarFolder } = place
  await demandEmpty(place)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const staging = await mkdtemp(join(dataDir, 'restore-'))
  try {
    const note = await unpack(file, staging)
    const from = join(staging, copyNames.avatars)
    await mkdir(avatarFolder, { recursive: true, mode: 0o700 })
    await cp(from, avatarFolder, { recursive: true })
    tell('restoring the database')
    const options = ['--single-transaction', '--no-owner', '--no-privileges', '--no-comments']
    await runPostgresTool('pg_restore', databaseUrl, [...options, join(staging, copyNames.dump)], (line) => {
      const table = /processing data for table "(?:\w+\.)?(\w+)"/.exec(line)?.[1]
      if (table) tell(`restoring ${table}`)
    }).catch(async (error) => {
      await rm(avatarFolder, { recursive: true, force: true })
      throw error
    })
    return { at: new Date(note.at), bytes: (await stat(file)).size, avatars: (await readdir(from)).length }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function demandEmpty({ databaseUrl, dataDir, avatarFolder }: Place): Promise<void> {
  const { rows } = await query(databaseUrl, isHeld)
  if (rows[0]?.held) throw new BackupError('the database already holds a store: set DATABASE_URL to an empty one')
  const hasAvatars = existsSync(avatarFolder) && (await readdir(avatarFolder)).length > 0
  if (hasAvatars) throw new BackupError(`${dataDir} already holds avatars: set DATA_DIR to an empty folder`)
}

async function unpack(file: string, folder: string): Promise<CopyNote> {
  if (!existsSync(file)) throw new BackupError(`${file} cannot be read`)
  const isOurs = /^(trailpass\.(json|dump)|avatars(\/[^/]*)?)$/
  try {
    await extractTar({ file, cwd: folder, strict: true, filter: (path) => isOurs.test(path) })
    const note = JSON.parse(await readFile(join(folder, copyNames.note), 'utf8')) as CopyNote
    if (note.format !== backupFormat) throw new BackupError(`${file} is not a backup that this version can read`)
    const sha256 = await hashFile(join(folder, copyNames.dump))
    if (sha256 !== note.sha256) throw new BackupError(`${file} is damaged`)
    await mkdir(join(folder, copyNames.avatars), { recursive: true })
    return note
  } catch (error) {
    throw error instanceof BackupError
      ? error
      : new BackupError(`${file} is not a Trailpass backup of PostgreSQL, or is damaged`)
  }
}

/** Removes what a restore created. */
export async function emptyPostgres({ databaseUrl, avatarFolder }: Place): Promise<void> {
  await query(databaseUrl, dropAll)
  await rm(avatarFolder, { recursive: true, force: true })
}

async function query(databaseUrl: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 })
  try {
    await client.connect()
    return await client.query(sql)
  } catch (error) {
    throw new BackupError(`the database cannot be used: ${(error as { code?: string }).code ?? 'no connection'}`)
  } finally {
    await client.end().catch(() => {})
  }
}
