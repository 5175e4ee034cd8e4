import type { ExitCode } from '../cli/command-error.ts'

export const commandPath = '/command'

/** A line of the response to a command, as JSON; the last one is the exit code. */
export type CommandEvent = { out: string } | { err: string } | { exitCode: ExitCode }
