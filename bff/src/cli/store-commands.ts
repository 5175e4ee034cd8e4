import { resolve } from 'node:path'
import type { Command } from 'commander'
import { loadConfig } from '../config/config.ts'
import { createContext, restoreStore } from '../context.ts'
import { BackupError, type BackupSummary } from '../domain/backup.ts'
import { MasterKeyError } from '../services/keyring-service.ts'
import { CommandError } from './command-error.ts'
import type { Alone, AtDesk, LoneTerminal } from './desk.ts'

const ownTools = (file: string) =>
  [
    'the database is PostgreSQL: its own tools back it up and restore it while it is written to',
    `  pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
    `  pg_restore --dbname="$DATABASE_URL" ${file}`,
    'and the folder avatars in DATA_DIR belongs to it',
  ].join('\n')

export function addStoreCommands(program: Command, atDesk: AtDesk, alone: Alone): void {
  program
    .command('migrate')
    .description('bring the schema up to date, as every start does; for a new version, before its first process')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      // Whatever opens a store migrates it.
      atDesk(({ out }) => out(json ? '{"upToDate":true}' : 'the schema is up to date')),
    )

  program
    .command('backup <file>')
    .description('write the store and the avatars into one file, beside a server that goes on writing')
    .option('--json', 'as JSON')
    .action((file: string, { json }: { json?: boolean }) =>
      atDesk(async ({ context, cwd, out, err }) => {
        if (!context.backUp) throw new CommandError(ownTools(file))
        const summary = await context.backUp(resolve(cwd, file), err).catch(explain)
        out(json ? JSON.stringify(summary) : `${file}: ${describe(summary)}; it needs the MASTER_KEY of this store`)
      }),
    )

  program
    .command('restore <file>')
    .description('make a store out of a backup, in a DATA_DIR that has none')
    .option('--json', 'as JSON')
    .action((file: string, { json }: { json?: boolean }) =>
      alone(async (terminal) => {
        const summary = await restore(terminal, file)
        terminal.out(json ? JSON.stringify(summary) : `restored: ${describe(summary)}`)
        terminal.err('erase again who was erased since: trailpass user erase')
      }),
    )
}

async function restore({ env, cwd }: LoneTerminal, file: string): Promise<BackupSummary> {
  const config = loadConfig(env)
  if (config.databaseUrl !== null) throw new CommandError(ownTools(file))
  const restored = await restoreStore(config, resolve(cwd, file)).catch(explain)
  try {
    const context = await createContext({ ...config, logLevel: 'silent' })
    await context.dispose()
    return restored.summary
  } catch (error) {
    await restored.undo()
    if (error instanceof MasterKeyError) {
      throw new CommandError('MASTER_KEY is not the key that the backup was made with; nothing was restored')
    }
    throw error
  }
}

const describe = ({ at, bytes, avatars }: BackupSummary) =>
  `the store as of ${at.toISOString()}, ${Math.ceil(bytes / 1024)} KB, ${avatars} avatars`

function explain(error: unknown): never {
  throw error instanceof BackupError ? new CommandError(error.message) : error
}
