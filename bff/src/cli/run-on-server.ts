import * as z from 'zod'
import type { AppContext } from '../context.ts'
import { CommandError, type ExitCode } from './command-error.ts'
import { type Output, runProgram } from './program.ts'

/** A command sent to the operator's port. */
export const commandCallSchema = z.object({
  argv: z.array(z.string()),
  /** The working directory of the operator's terminal. Files are read and written by the server. */
  cwd: z.string().min(1),
  /** The answer to the question asked at the terminal. */
  answer: z.string(),
  actor: z.string().min(1).max(200),
})
export type CommandCall = z.output<typeof commandCallSchema>

/** Runs a command inside the server, with the stores it has open. */
export function runOnServer(
  services: AppContext,
  { argv, cwd, answer, actor }: CommandCall,
  output: Output,
): Promise<ExitCode> {
  const context = {
    services,
    cwd,
    actor,
    out: (line: string) => output.out(`${line}\n`),
    err: (line: string) => output.err(`${line}\n`),
  }
  return runProgram(argv, {
    ...output,
    withStore: async (run) => void (await run(context, answer)),
    withoutStore: () => Promise.reject(new CommandError('a server cannot run this command: run it at a terminal')),
    explain(err) {
      services.log.error({ event: 'operator.command_failed', err }, 'a command failed')
      return new CommandError('the command failed: see the log of the server')
    },
  })
}
