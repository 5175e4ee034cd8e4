import * as z from 'zod'
import type { AppContext } from '../context.ts'
import { CommandError, type ExitCode } from './command-error.ts'
import { type Output, runProgram } from './program.ts'

/** A command as it comes to the operator's port. */
export const commandCallSchema = z.object({
  argv: z.array(z.string()),
  /** Where the operator's terminal stands; files are the server's to read and write. */
  cwd: z.string().min(1),
  /** What was asked at the terminal. */
  answer: z.string(),
  actor: z.string().min(1).max(200),
})
export type CommandCall = z.output<typeof commandCallSchema>

/** Runs a command inside the server, with the stores it has open. */
export function runAtServer(
  context: AppContext,
  { argv, cwd, answer, actor }: CommandCall,
  output: Output,
): Promise<ExitCode> {
  const desk = {
    context,
    cwd,
    actor,
    out: (line: string) => output.out(`${line}\n`),
    err: (line: string) => output.err(`${line}\n`),
  }
  return runProgram(argv, {
    ...output,
    atDesk: async (work) => void (await work(desk, answer)),
    alone: () => Promise.reject(new CommandError('a server does not do this: run it at a terminal')),
    explain(err) {
      context.log.error({ event: 'operator.command_failed', err }, 'a command failed')
      return new CommandError('the command failed; the log of the server says where')
    },
  })
}
