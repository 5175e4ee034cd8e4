import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Config, loadConfig } from '../config/config.ts'
import { createContext, findCopies } from '../context.ts'
import { BackupError, type BackupSummary } from '../domain/backup.ts'
import type { StoreCopies } from '../ports/store-copies.ts'
import { eraseAgain } from '../services/erase-again.ts'
import { MasterKeyError } from '../services/keyring-service.ts'
import type { StandaloneContext, WithoutStore, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { readErased } from './read-erased.ts'

interface RestoreOptions {
  erased?: string
  json?: boolean
}

export function addStoreCommands(program: Command, withStore: WithStore, withoutStore: WithoutStore): void {
  program
    .command('migrate')
    .description('bring the schema up to date, as every start does; for a new version, before its first process')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      // Whatever opens a store migrates it.
      withStore(({ out }) => out(json ? '{"upToDate":true}' : 'the schema is up to date')),
    )

  program
    .command('backup <file>')
    .description('write the store and the avatars into one file, beside servers that go on writing')
    .option('--json', 'as JSON')
    .action((file: string, { json }: { json?: boolean }) =>
      withStore(async ({ services, cwd, out, err }) => {
        const copies = demandCopies(services.config, file)
        const summary = await copies.backUp(resolve(cwd, file), services.clock.now(), err).catch(explain)
        out(json ? JSON.stringify(summary) : `${file}: ${describe(summary)}; it needs the MASTER_KEY of this store`)
      }),
    )

  program
    .command('restore <file>')
    .description('make a store out of a backup, in a DATA_DIR that has none and, with PostgreSQL, an empty database')
    .option('--erased <audit>', 'erase again who was erased by what trailpass audit --json wrote into this file')
    .option('--json', 'as JSON')
    .action((file: string, options: RestoreOptions) =>
      withoutStore(async (context) => {
        const { summary, erasedAgain } = await restore(context, file, options)
        const again = options.erased === undefined ? '' : `; ${erasedAgain} erased again`
        context.out(
          options.json ? JSON.stringify({ ...summary, erasedAgain }) : `restored: ${describe(summary)}${again}`,
        )
        if (options.erased === undefined) context.err('erase again who was erased since: trailpass user erase')
      }),
    )
}

async function restore(
  { env, cwd, actor, err }: StandaloneContext,
  file: string,
  { erased }: RestoreOptions,
): Promise<{ summary: BackupSummary; erasedAgain: number }> {
  const config = loadConfig(env)
  const hashes = erased === undefined ? new Set<string>() : await readErased(resolve(cwd, erased))
  const restored = await demandCopies(config, file).restore(resolve(cwd, file), err).catch(explain)
  try {
    const context = await createContext({ ...config, logLevel: 'silent' })
    const erasedAgain = await eraseAgain({ ...context.stores, ...context }, hashes, actor).finally(context.dispose)
    return { summary: restored.summary, erasedAgain }
  } catch (error) {
    await restored.undo()
    if (error instanceof MasterKeyError) {
      throw new CommandError('MASTER_KEY is not the key that the backup was made with; nothing was restored')
    }
    throw error
  }
}

/** Throws CommandError with the commands to give by hand. */
function demandCopies(config: Config, file: string): StoreCopies {
  const copies = findCopies(config)
  if (copies) return copies
  throw new CommandError(
    [
      'the database is PostgreSQL, and pg_dump and pg_restore are not on the PATH: install them, or where they are',
      `  pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
      `  pg_restore --dbname="$DATABASE_URL" ${file}`,
      'and the folder avatars in DATA_DIR belongs to it',
    ].join('\n'),
  )
}

const describe = ({ at, bytes, avatars }: BackupSummary) =>
  `the store as of ${at.toISOString()}, ${Math.ceil(bytes / 1024)} KB, ${avatars} avatars`

function explain(error: unknown): never {
  throw error instanceof BackupError ? new CommandError(error.message) : error
}
