import { Command } from 'commander'
import { explainStartFailure } from '../start-failure.ts'
import { CommandError } from './command-error.ts'
import { addDeviceCommands } from './device-commands.ts'
import { addTrailCommands } from './trail-commands.ts'

const program = new Command('trailpass').description("The operator's desk").showHelpAfterError()
addTrailCommands(program)
addDeviceCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof CommandError ? error.message : explainStartFailure(error))
  process.exitCode = 1
}
