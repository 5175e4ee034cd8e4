import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { BackupError } from '../../domain/backup.ts'

/** The URL parameters that PostgreSQL's tools know; they reject all others. */
const shared = new Set([
  ...['host', 'port', 'dbname', 'user', 'options', 'application_name', 'client_encoding', 'connect_timeout'],
  ...['sslmode', 'sslcert', 'sslkey', 'sslrootcert', 'channel_binding', 'target_session_attrs'],
])

/** The part of our environment that they need: never our keys. */
const handedOn = /^(PATH|HOME|PG[A-Z]+|SYSTEMROOT|APPDATA|TEMP|TMP)$/i

/** A program's arguments are visible to other users, so the password is not passed there. */
export function splitPassword(databaseUrl: string): { url: string; password: string | undefined } {
  const url = new URL(databaseUrl)
  const password = url.searchParams.get('password') ?? decodeURIComponent(url.password)
  url.password = ''
  for (const name of [...url.searchParams.keys()]) if (!shared.has(name)) url.searchParams.delete(name)
  // Only our driver knows this parameter.
  if (url.searchParams.get('sslmode') === 'no-verify') url.searchParams.set('sslmode', 'require')
  return { url: url.href.replaceAll('+', '%20'), password: password || undefined }
}

/** Runs one of PostgreSQL's tools on a database. Throws BackupError with its output. */
export async function runPostgresTool(
  program: 'pg_dump' | 'pg_restore',
  databaseUrl: string,
  args: readonly string[],
  hear: (line: string) => void,
): Promise<void> {
  const { url, password } = splitPassword(databaseUrl)
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => handedOn.test(name))),
    // Its messages are parsed, so they must be in English.
    LC_ALL: 'C',
    ...(password !== undefined && { PGPASSWORD: password }),
  }
  const child = spawn(program, [`--dbname=${url}`, '--no-password', '--verbose', ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    const error = /^pg_\w+: (?:error|detail|hint): (.*)/.exec(line)?.[1]
    if (error === undefined) hear(line)
    else errors.push(password === undefined ? error : error.replaceAll(password, '[secret]'))
  })
  const [exitCode] = await once(child, 'close').catch((cause: NodeJS.ErrnoException) => {
    throw new BackupError(`${program} cannot be run: ${cause.code}`)
  })
  if (exitCode !== 0) throw new BackupError([`${program} ended with ${exitCode}`, ...errors.slice(0, 5)].join('\n  '))
}
