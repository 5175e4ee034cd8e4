import { parseArgs } from 'node:util'
import { chooseDrills, drillEnv, drillLine, drills } from './drill/drills.ts'
import { inSeconds } from './lib/figures.ts'
import { runVitest } from './test/run-vitest.ts'

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
const chosen = chooseDrills(only)
if (chosen === undefined) {
  console.error(`there is no drill ${only}; there are ${drills.map(({ promise }) => promise).join(', ')}`)
  process.exit(1)
}

const lines: string[] = []
for (const drill of chosen) {
  const startedAt = performance.now()
  const { failed } = await runVitest([drill.file, '--testTimeout=0'], drillEnv(drill))
  lines.push(drillLine(drill, failed === 0, inSeconds(performance.now() - startedAt)))
  if (failed > 0) process.exitCode = 1
}
console.log(lines.join('\n'))
