import type { EnvVariables } from '../config/env.ts'
import type { AppContext } from '../context.ts'

/** Where a command reads and writes, whether or not its store is open. */
export interface CommandIo {
  /** Writes a line of what was asked for. */
  out(line: string): void
  /** Writes a line about how it goes. */
  err(line: string): void
  /** Where the paths of files begin. */
  cwd: string
  /** Whom the audit names: the account at the terminal. */
  actor: string
}

/** What a command works with: in a process of its own, or inside the server that holds the store. */
export interface CommandContext extends CommandIo {
  services: AppContext
}

/** What a command works with that opens its store by itself, or needs none. */
export interface StandaloneContext extends CommandIo {
  env: EnvVariables
  ask(question: Question): Promise<string>
}

/** What is asked at the terminal, before the command begins. */
export interface Question {
  /** A secret is not echoed; what is to be confirmed is answered `yes` or the command ends. */
  kind: 'secret' | 'text' | 'confirm'
  message: string
  /** It may stay without an answer, which is ''. */
  optional?: boolean
}

/**
 * Runs a command once its store is open; `answer` is what the question was answered with. What keeps the store closed is
 * thrown, unless `whenClosed` handles it.
 */
export type WithStore = (
  run: (context: CommandContext, answer: string) => unknown,
  question?: Question,
  whenClosed?: (error: unknown, io: CommandIo) => unknown,
) => Promise<void>

/** Runs a command that opens its store by itself, or needs none; a server refuses it. */
export type WithoutStore = (run: (context: StandaloneContext) => unknown) => Promise<void>
