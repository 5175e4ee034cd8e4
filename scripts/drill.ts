import { parseArgs } from 'node:util'
import { chooseDrills, drillEnv, drillLine, drills } from './drill/drills.ts'
import { inSeconds } from './lib/figures.ts'
import { runVitest } from './test/run-vitest.ts'
import { findStores } from './test/stores.ts'

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
const chosen = chooseDrills(only)
if (chosen === undefined) {
  console.error(`there is no drill ${only}; there are ${drills.map(({ promise }) => promise).join(', ')}`)
  process.exit(1)
}

// What does not answer is left to the embedded store.
const { urls, faults } = await findStores(process.env)
const env = faults.length === 0 ? urls : {}
for (const fault of faults) console.log(fault)

const lines: string[] = []
for (const drill of chosen) {
  const startedAt = performance.now()
  const { failed } = await runVitest([drill.file, '--testTimeout=0'], { ...env, ...drillEnv(drill) })
  lines.push(drillLine(drill, failed === 0, inSeconds(performance.now() - startedAt)))
  if (failed > 0) process.exitCode = 1
}
console.log(lines.join('\n'))
