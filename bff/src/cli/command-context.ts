import type { EnvVariables } from '../config/env.ts'
import type { AppContext } from '../context.ts'

/** The input and output of a command, with or without an open store. */
export interface CommandIo {
  /** Writes a line of the result. */
  out(line: string): void
  /** Writes a message or error. */
  err(line: string): void
  /** The base folder for relative paths. */
  cwd: string
  /** Recorded in the audit log: the account at the terminal. */
  actor: string
}

/** The context of a command that needs the store: in its own process, or inside the server that holds the store. */
export interface CommandContext extends CommandIo {
  services: AppContext
}

/** The context of a command that opens the store itself, or needs none. */
export interface StandaloneContext extends CommandIo {
  env: EnvVariables
  ask(question: Question): Promise<string>
}

/** A prompt at the terminal, before the command starts. */
export interface Question {
  /** A `secret` is not echoed; a `confirm` that is not answered with yes ends the command. */
  kind: 'secret' | 'text' | 'confirm'
  message: string
  /** The answer may be empty: ''. */
  optional?: boolean
}

/**
 * Opens the store and runs a command; `answer` is the answer to the question. Throws if the store cannot be opened, unless
 * `whenClosed` handles that error.
 */
export type WithStore = (
  run: (context: CommandContext, answer: string) => unknown,
  question?: Question,
  whenClosed?: (error: unknown, io: CommandIo) => unknown,
) => Promise<void>

/** Runs a command that opens the store itself, or needs none; a server refuses to run such a command. */
export type WithoutStore = (run: (context: StandaloneContext) => unknown) => Promise<void>
