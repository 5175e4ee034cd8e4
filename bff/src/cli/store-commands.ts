import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Config, loadConfig } from '../config/config.ts'
import { type AppContext, createContext, findCopies } from '../context.ts'
import { BackupError, type BackupSummary } from '../domain/backup.ts'
import type { StoreCopies } from '../ports/store-copies.ts'
import { type Departed, type Departures, eraseAgain } from '../services/erase-again.ts'
import { MasterKeyError } from '../services/keyring-service.ts'
import { countLostAvatars } from '../services/lost-avatars.ts'
import { CommandError } from './command-error.ts'
import type { Alone, AtDesk, LoneTerminal } from './desk.ts'
import { readErased } from './read-erased.ts'

interface RestoreWish {
  erased?: string
  json?: boolean
}

const nobody: Departures = { erased: new Set(), withdrawals: [], revocations: [] }

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
    .description('write the store and the avatars into one file, beside servers that go on writing')
    .option('--json', 'as JSON')
    .action((file: string, { json }: { json?: boolean }) =>
      atDesk(async ({ context, cwd, out, err }) => {
        const copies = demandCopies(context.config, file)
        const lost = await demandAvatars(context)
        const summary = await copies.backUp(resolve(cwd, file), context.clock.now(), err).catch(explain)
        if (lost > 0) err(`${lost} pictures that people show are not in ${context.config.dataDir}, nor in the backup`)
        out(
          json
            ? JSON.stringify({ ...summary, lost })
            : `${file}: ${describe(summary)}; it needs the MASTER_KEY of this store`,
        )
      }),
    )

  program
    .command('restore <file>')
    .description('make a store out of a backup, in a DATA_DIR that has none and, with PostgreSQL, an empty database')
    .option(
      '--erased <audit>',
      'erase again who was erased, and what was withdrawn, by what trailpass audit --json wrote into this file',
    )
    .option('--json', 'as JSON')
    .action((file: string, wish: RestoreWish) =>
      alone(async (terminal) => {
        const { summary, departed } = await restore(terminal, file, wish)
        const { erasedAgain, withdrawnAgain } = departed
        const again =
          wish.erased === undefined ? '' : `; ${erasedAgain} erased again, ${withdrawnAgain} withdrawn again`
        terminal.out(wish.json ? JSON.stringify({ ...summary, ...departed }) : `restored: ${describe(summary)}${again}`)
        if (wish.erased === undefined) terminal.err('erase again who was erased since: trailpass user erase')
      }),
    )
}

async function restore(
  { env, cwd, actor, err }: LoneTerminal,
  file: string,
  { erased }: RestoreWish,
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
    await restored.undo()
    if (error instanceof MasterKeyError) {
      throw new CommandError('MASTER_KEY is not the key that the backup was made with; nothing was restored')
    }
    throw error
  }
}

/** Answers how many pictures are lost. Throws CommandError where all are: they lie in another folder. */
async function demandAvatars({ stores, avatars, config }: AppContext): Promise<number> {
  const { named, lost } = await countLostAvatars({ ...stores, avatars })
  if (named > 0 && lost === named) {
    const words = `none of the ${named} pictures that people show is in ${config.dataDir}`
    throw new CommandError(`${words}: run this with the DATA_DIR of the servers; nothing was backed up`)
  }
  return lost
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
