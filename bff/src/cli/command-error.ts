/** Documented in docs/operating.md. */
export const exitCodes = {
  done: 0,
  /** Not done, or problems were found: the message says what. */
  refused: 1,
  /** The command line is invalid. */
  misused: 2,
  /** The store, or the server that holds it, cannot be reached. */
  unreachable: 3,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Explains to the operator why a command was not done. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = exitCodes.refused) {
    super(message)
    this.exitCode = exitCode
  }
}
