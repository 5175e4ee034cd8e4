import { Command, CommanderError } from 'commander'
import { addAppCommands } from './app-commands.ts'
import { addAuditCommand } from './audit-command.ts'
import { CommandError, type ExitCode, exitCodes } from './command-error.ts'
import { addContentCommands } from './content-commands.ts'
import type { Alone, AtDesk } from './desk.ts'
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

/** Where the work of commands is done. */
export interface Places {
  atDesk: AtDesk
  alone: Alone
}

/** Every command there is. */
export function createProgram({ atDesk, alone }: Places, output: Output): Command {
  const program = new Command('trailpass')
    .description("The operator's desk")
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({ writeOut: output.out, writeErr: output.err })
  addInitCommand(program, alone)
  addDoctorCommand(program, atDesk)
  addAppCommands(program, atDesk)
  addSecretCommands(program, atDesk)
  addKeysCommands(program, atDesk)
  addTrailCommands(program, atDesk)
  addDeviceCommands(program, atDesk)
  addUserCommands(program, atDesk)
  addSessionCommands(program, atDesk)
  addContentCommands(program, atDesk)
  addAuditCommand(program, atDesk)
  addStoreCommands(program, atDesk, alone)
  return program
}

/**
 * Runs one command to its end. What a command cannot do is said in its own words; `explain` has those for everything
 * else that is thrown.
 */
export async function runProgram(
  argv: readonly string[],
  { atDesk, alone, explain, ...output }: Output & Places & { explain(error: unknown): CommandError },
): Promise<ExitCode> {
  try {
    await createProgram({ atDesk, alone }, output).parseAsync(argv, { from: 'user' })
    return exitCodes.done
  } catch (error) {
    // Commander has said it already, or was asked for help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.misused
    const { message, exitCode } = error instanceof CommandError ? error : explain(error)
    if (message !== '') output.err(`${message}\n`)
    return exitCode
  }
}
