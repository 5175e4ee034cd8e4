import type { ExitCode } from '../cli/command-error.ts'

export const commandPath = '/command'

/** A line of the answer to a command: JSON, one of these; the exit code is the last. */
export type CommandEvent = { out: string } | { err: string } | { exitCode: ExitCode }
