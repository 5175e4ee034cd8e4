import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Config, loadConfig } from '../config/config.ts'
import { type AppContext, createContext, findCopies } from '../context.ts'
import { BackupError, type BackupSummary } from '../domain/backup.ts'
import type { StoreCopies } from '../ports/store-copies.ts'
import { type Departed, type Departures, eraseAgain } from '../services/erase-again.ts'
import { MasterKeyError } from '../services/keyring-service.ts'
import { countLostAvatars } from '../services/lost-avatars.ts'
import { explainFailure } from '../start-failure.ts'
import type { StandaloneContext, WithoutStore, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { readErased } from './read-erased.ts'

interface RestoreOptions {
  erased?: string
  json?: boolean
}

const nobody: Departures = { erased: new Set(), withdrawals: [], revocations: [] }

export function addStoreCommands(program: Command, withStore: WithStore, withoutStore: WithoutStore): void {
  program
    .command('migrate')
    .description('update the database schema, as every start does; run it before the first process of a new version')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      // Whatever opens a store migrates it.
      withStore(({ out }) => out(json ? '{"upToDate":true}' : 'the schema is up to date')),
    )

  program
    .command('backup <file>')
    .description('write the store and the avatars to one file, while servers keep running')
    .option('--without-avatars', 'back up even if every avatar in use is missing')
    .option('--json', 'print JSON')
    .action((file: string, { json, withoutAvatars = false }: { json?: boolean; withoutAvatars?: boolean }) =>
      withStore(async ({ services, cwd, out, err }) => {
        const copies = demandCopies(services.config, file)
        const lost = await demandAvatars(services, withoutAvatars)
        const summary = await copies.backUp(resolve(cwd, file), services.clock.now(), err).catch(explain)
        if (lost > 0) err(`${lost} avatars in use are missing from ${services.config.dataDir} and from the backup`)
        out(
          json
            ? JSON.stringify({ ...summary, lost })
            : `${file}: ${describe(summary)}; restoring it needs the MASTER_KEY of this store`,
        )
      }),
    )

  program
    .command('restore <file>')
    .description('restore a backup into a DATA_DIR without a store and, with PostgreSQL, an empty database')
    .option(
      '--erased <audit>',
      'the output of trailpass audit --json: repeats every erasure and withdrawal that it lists',
    )
    .option('--json', 'print JSON')
    .action((file: string, options: RestoreOptions) =>
      withoutStore(async (context) => {
        const { summary, departed } = await restore(context, file, options)
        const { erasedAgain, withdrawnAgain } = departed
        const again =
          options.erased === undefined ? '' : `; ${erasedAgain} erased again, ${withdrawnAgain} withdrawn again`
        context.out(
          options.json ? JSON.stringify({ ...summary, ...departed }) : `restored: ${describe(summary)}${again}`,
        )
        if (options.erased === undefined)
          context.err('erase everyone again who was erased since the backup: trailpass user erase')
      }),
    )
}

async function restore(
  { env, cwd, actor, err }: StandaloneContext,
  file: string,
  { erased }: RestoreOptions,
): Promise<{ summary: BackupSummary; departed: Departed }> {
  const config = loadConfig(env)
  const departures = erased === undefined ? nobody : await readErased(resolve(cwd, erased))
  const restored = await demandCopies(config, file).restore(resolve(cwd, file), err).catch(explain)
  try {
    const context = await createContext({ ...config, logLevel: 'silent' })
    const deps = { ...context.stores, ...context }
    const since = { since: restored.summary.at, actor }
    const departed = await eraseAgain(deps, departures, since).finally(context.dispose)
    return { summary: restored.summary, departed }
  } catch (error) {
    if (error instanceof MasterKeyError) {
      await restored.undo()
      throw new CommandError('MASTER_KEY is not the key the backup was made with; nothing was restored')
    }
    throw new CommandError(
      [
        explainFailure(error),
        `the store as of ${restored.summary.at.toISOString()} is restored, but people erased since may be back.`,
        'Fix the error above, then empty DATA_DIR and the database and restore again, or run trailpass user erase for each',
      ].join('\n'),
    )
  }
}

/** Returns how many avatars are missing. Throws CommandError if all are: they must be in another folder. */
async function demandAvatars({ stores, avatars, config }: AppContext, mayLackAll: boolean): Promise<number> {
  const { named, lost } = await countLostAvatars({ ...stores, avatars })
  if (named > 0 && lost === named && !mayLackAll) {
    const words = `none of the ${named} avatars in use is in ${config.dataDir}`
    throw new CommandError(
      `${words}: run this with the DATA_DIR of the servers, or with --without-avatars; nothing was backed up`,
    )
  }
  return lost
}

/** Throws CommandError with the commands to give by hand. */
function demandCopies(config: Config, file: string): StoreCopies {
  const copies = findCopies(config)
  if (copies) return copies
  throw new CommandError(
    [
      'the database is PostgreSQL, and pg_dump and pg_restore are not on the PATH: install them, or run where they are installed',
      `  pg_dump --format=custom --file=${file} "$DATABASE_URL"`,
      `  pg_restore --dbname="$DATABASE_URL" ${file}`,
      'and copy the folder avatars in DATA_DIR as well',
    ].join('\n'),
  )
}

const describe = ({ at, bytes, avatars }: BackupSummary) =>
  `the store as of ${at.toISOString()}, ${Math.ceil(bytes / 1024)} KB, ${avatars} avatars`

function explain(error: unknown): never {
  throw error instanceof BackupError ? new CommandError(error.message) : error
}
