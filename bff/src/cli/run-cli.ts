import { type Config, loadConfig } from '../config/config.ts'
import type { EnvVariables } from '../config/env.ts'
import { type AppContext, createContext } from '../context.ts'
import { FolderInUseError } from '../domain/folder-in-use-error.ts'
import { explainFailure } from '../start-failure.ts'
import { callServer } from './call-server.ts'
import { CommandError, type ExitCode, exitCodes } from './command-error.ts'
import type { AtDesk, Question } from './desk.ts'
import { type Output, runProgram } from './program.ts'

/** Where the operator sits. */
export interface Seat extends Output {
  env: EnvVariables
  cwd: string
  actor: string
  /** Throws CommandError when there is no answer. */
  ask(question: Question): Promise<string>
}

/**
 * Runs one command: on the store itself where that can be opened, which PostgreSQL always can; through the operator's
 * port where a server holds the data folder.
 */
export function runCli(argv: readonly string[], seat: Seat): Promise<ExitCode> {
  const { env, cwd, actor, out, err } = seat
  const terminal = { cwd, actor, out: (line: string) => out(`${line}\n`), err: (line: string) => err(`${line}\n`) }

  /** Without a context it is the server that has to do it. */
  async function open(question: Question | undefined) {
    const config = loadConfig(env)
    const answer = question ? await seat.ask(question) : ''
    const context = await openUnlessInUse(config)
    return { config, answer, context }
  }

  const atDesk: AtDesk = async (work, question, whenClosed) => {
    const opened = await open(question).catch((error) => {
      if (!whenClosed || error instanceof CommandError) throw error
      return { error }
    })
    if ('error' in opened) return void (await whenClosed?.(opened.error, terminal))
    const { config, answer, context } = opened
    if (!context) return callServer(config, { argv: [...argv], cwd, answer, actor }, seat)
    try {
      await work({ ...terminal, context }, answer)
    } finally {
      await context.dispose()
    }
  }
  return runProgram(argv, {
    out,
    err,
    atDesk,
    alone: async (work) => void (await work({ ...terminal, env, ask: seat.ask })),
    explain: (error) => new CommandError(explainFailure(error), exitCodes.unreachable),
  })
}

/** `undefined` when another process holds the folder. */
async function openUnlessInUse(config: Config): Promise<AppContext | undefined> {
  try {
    return await createContext({ ...config, logLevel: 'silent' })
  } catch (error) {
    if (error instanceof FolderInUseError) return undefined
    throw error
  }
}
