import { BuildError } from './build/build-error.ts'
import { buildLine } from './build/build-line.ts'
import { buildTarget } from './build/build-target.ts'
import { isTarget, type Target, targets } from './build/targets.ts'
import { inParallel } from './lib/in-parallel.ts'

const words = process.argv.slice(2)
const unknown = words.filter((word) => !isTarget(word))
if (words.length === 0 || unknown.length > 0) {
  console.error(`usage: build ${targets.join(' | ')} (any of them)`)
  process.exit(2)
}

async function build(target: Target): Promise<void> {
  try {
    console.log(buildLine(await buildTarget(target)))
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    console.error(`${target} was not built\n${error.message}`)
    process.exitCode = 1
  }
}

await inParallel(words.filter(isTarget), build)
