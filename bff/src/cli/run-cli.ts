import { type Config, loadConfig } from '../config/config.ts'
import type { EnvVariables } from '../config/env.ts'
import { type AppContext, createContext } from '../context.ts'
import { FolderInUseError } from '../domain/folder-in-use-error.ts'
import { explainFailure } from '../start-failure.ts'
import { callServer } from './call-server.ts'
import type { Question, WithStore } from './command-context.ts'
import { CommandError, type ExitCode, exitCodes } from './command-error.ts'
import { type Output, runProgram } from './program.ts'

/** The operator's terminal and its environment. */
export interface Terminal extends Output {
  env: EnvVariables
  cwd: string
  actor: string
  /** Throws CommandError if there is no answer. */
  ask(question: Question): Promise<string>
}

/**
 * Runs one command: directly on the store if it can be opened (PostgreSQL always can), or through the operator's port if a
 * server holds the data folder.
 */
export function runCli(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { env, cwd, actor, out, err, ask } = terminal
  const io = { cwd, actor, out: (line: string) => out(`${line}\n`), err: (line: string) => err(`${line}\n`) }

  /** Returns no services if a server holds the store and has to run the command. */
  async function open(question: Question | undefined) {
    const config = loadConfig(env)
    const answer = question ? await ask(question) : ''
    const services = await openUnlessInUse(config)
    return { config, answer, services }
  }

  const withStore: WithStore = async (run, question, whenClosed) => {
    const opened = await open(question).catch((error) => {
      if (!whenClosed || error instanceof CommandError) throw error
      return { error }
    })
    if ('error' in opened) return void (await whenClosed?.(opened.error, io))
    const { config, answer, services } = opened
    if (!services) return callServer(config, { argv: [...argv], cwd, answer, actor }, terminal)
    try {
      await run({ ...io, services }, answer)
    } finally {
      await services.dispose()
    }
  }
  return runProgram(argv, {
    out,
    err,
    withStore,
    withoutStore: async (run) => void (await run({ ...io, env, ask })),
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
