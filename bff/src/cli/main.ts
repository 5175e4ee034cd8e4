import { Command } from 'commander'
import { explainStartFailure } from '../start-failure.ts'
import { addTrailCommands } from './trail-commands.ts'

const program = new Command('trailpass').description("The operator's desk").showHelpAfterError()
addTrailCommands(program)

try {
  await program.parseAsync()
} catch (error) {
  console.error(explainStartFailure(error))
  process.exitCode = 1
}
