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
export interface Terminal extends Output {
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
export function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { env, cwd, actor, out, err } = terminal
  const atDesk: AtDesk = async (work, question) => {
    const config = loadConfig(env)
    const answer = question ? await terminal.ask(question) : ''
    const context = await openUnlessInUse(config)
    if (!context) return callServer(config, { argv: [...argv], cwd, answer, actor }, terminal)
    try {
      await work({ context, cwd, actor, out: (line) => out(`${line}\n`), err: (line) => err(`${line}\n`) }, answer)
    } finally {
      await context.dispose()
    }
  }
  return runProgram(argv, {
    out,
    err,
    atDesk,
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
