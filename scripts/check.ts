import { runSteps } from './check/run-steps.ts'
import { checkSteps } from './check/steps.ts'
import { inSeconds } from './lib/figures.ts'

const args = process.argv.slice(2)
const unknown = args.filter((arg) => arg !== '--write')
if (unknown.length > 0) {
  console.error('usage: check [--write]   (--write lets Biome mend what it can)')
  process.exit(2)
}

const steps = checkSteps({ write: args.includes('--write') })
const failed = await runSteps(steps, { atOnce: 2, say: console.log })
const time = inSeconds(performance.now())
console.log(failed.length === 0 ? `${steps.length} steps, all well, ${time}` : `failed: ${failed.join(', ')}, ${time}`)
process.exitCode = failed.length === 0 ? 0 : 1
