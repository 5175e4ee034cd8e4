import { Command } from 'commander'
import { explainStartFailure } from '../start-failure.ts'
import { addAuditCommand } from './audit-command.ts'
import { CommandError } from './command-error.ts'
import { addDeviceCommands } from './device-commands.ts'
import { addTrailCommands } from './trail-commands.ts'
import { addUserCommands } from './user-commands.ts'

const program = new Command('trailpass').description("The operator's desk").showHelpAfterError()
addTrailCommands(program)
addDeviceCommands(program)
addUserCommands(program)
addAuditCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof CommandError ? error.message : explainStartFailure(error))
  process.exitCode = 1
}
