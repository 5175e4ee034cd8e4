import { play } from './demo/play.ts'
import { createTranscript } from './demo/transcript.ts'

const transcript = createTranscript()
try {
  await play(transcript)
  transcript.say('\nThe whole journey went as it must.')
} catch (error) {
  transcript.fail(error)
  process.exitCode = 1
}
// Pages of the mini program may still hold timers of their own.
process.exit()
