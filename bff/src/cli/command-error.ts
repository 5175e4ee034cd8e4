/** What a command ends with; documented in docs/operating.md. */
export const exitCodes = {
  done: 0,
  /** Not done, or something is wrong: the message says what. */
  refused: 1,
  /** The command line is not one of ours. */
  misused: 2,
  /** The store, or the server that holds it, cannot be reached. */
  unreachable: 3,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Why a command was not done, in a message for the operator. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = exitCodes.refused) {
    super(message)
    this.exitCode = exitCode
  }
}
