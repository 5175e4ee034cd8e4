import { Command, CommanderError } from 'commander'
import { addAppCommands } from './app-commands.ts'
import { addAuditCommand } from './audit-command.ts'
import type { WithoutStore, WithStore } from './command-context.ts'
import { CommandError, type ExitCode, exitCodes } from './command-error.ts'
import { addContentCommands } from './content-commands.ts'
import { addDeviceCommands } from './device-commands.ts'
import { addDoctorCommand } from './doctor-command.ts'
import { addInitCommand } from './init-command.ts'
import { addKeysCommands } from './keys-commands.ts'
import { addSecretCommands } from './secret-commands.ts'
import { addSessionCommands } from './session-commands.ts'
import { addStoreCommands } from './store-commands.ts'
import { addTrailCommands } from './trail-commands.ts'
import { addUserCommands } from './user-commands.ts'

/** Where a command writes; each text ends its own lines. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

/** Run the commands; differ between the terminal and the server. */
export interface Runners {
  withStore: WithStore
  withoutStore: WithoutStore
}

/** Creates the program with all commands. */
export function createProgram({ withStore, withoutStore }: Runners, output: Output): Command {
  const program = new Command('trailpass')
    .description('Administer a Trailpass server')
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err })
  addInitCommand(program, withoutStore)
  addDoctorCommand(program, withStore)
  addAppCommands(program, withStore)
  addSecretCommands(program, withStore)
  addKeysCommands(program, withStore)
  addTrailCommands(program, withStore)
  addDeviceCommands(program, withStore)
  addUserCommands(program, withStore)
  addSessionCommands(program, withStore)
  addContentCommands(program, withStore)
  addAuditCommand(program, withStore)
  addStoreCommands(program, withStore, withoutStore)
  return program
}

/**
 * Runs one command to its end. What a command cannot do is said in its own words; `explain` has those for everything
 * else that is thrown.
 */
export async function runProgram(
  argv: readonly string[],
  { withStore, withoutStore, explain, ...output }: Output & Runners & { explain(error: unknown): CommandError },
): Promise<ExitCode> {
  try {
    await createProgram({ withStore, withoutStore }, output).parseAsync(argv, { from: 'user' })
    return exitCodes.done
  } catch (error) {
    // Commander has said it already, or was asked for help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.misused
    const { message, exitCode } = error instanceof CommandError ? error : explain(error)
    if (message !== '') output.err(`${message}\n`)
    return exitCode
  }
}
