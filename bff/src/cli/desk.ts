import type { EnvVariables } from '../config/env.ts'
import type { AppContext } from '../context.ts'
import type { Audited } from '../services/audit.ts'

/** What a command works with: in a process of its own, or inside the server that holds the store. */
export interface Desk {
  context: AppContext
  /** Writes a line of what was asked for. */
  out(line: string): void
  /** Writes a line about how it goes. */
  err(line: string): void
  /** Where the paths of files begin. */
  cwd: string
  /** Whom the audit names: the account at the terminal. */
  actor: string
}

/** What is asked where the operator sits, before the command begins. */
export interface Question {
  /** A secret is not echoed; what is to be confirmed is answered `yes` or the command ends. */
  kind: 'secret' | 'text' | 'confirm'
  message: string
  /** It may stay without an answer, which is ''. */
  optional?: boolean
}

/** What is there of a desk when its store did not open. */
export type Terminal = Omit<Desk, 'context'>

/**
 * Does the work of a command once its store is at hand; `answer` is what the question was answered with. What keeps the
 * store closed is thrown, unless `whenClosed` has something to say to it.
 */
export type AtDesk = (
  work: (desk: Desk, answer: string) => unknown,
  question?: Question,
  whenClosed?: (error: unknown, terminal: Terminal) => unknown,
) => Promise<void>

/** Where somebody sits with no store open. */
export interface LoneTerminal extends Terminal {
  env: EnvVariables
  ask(question: Question): Promise<string>
}

/** Does the work of a command that opens its store by itself, or needs none; a server refuses it. */
export type Alone = (work: (terminal: LoneTerminal) => unknown) => Promise<void>

/** The desk's hand in the audit. */
export const byOperator = ({ actor }: Desk, audited: Omit<Audited, 'actor'>): Audited => ({ ...audited, actor })
