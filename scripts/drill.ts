import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { chooseDrills, drillLine, drills } from './drill/drills.ts'
import { runDrill } from './drill/run-drill.ts'
import { recordRun } from './drill/runs.ts'
import { writePromisesDocument } from './drill/write-document.ts'
import { inSeconds } from './lib/figures.ts'
import { describeMachine } from './lib/machine.ts'
import { findStores } from './test/stores.ts'

const { only, document } = parseArgs({ options: { only: { type: 'string' }, document: { type: 'boolean' } } }).values
if (document) {
  writePromisesDocument()
  process.exit(0)
}
const chosen = chooseDrills(only)
if (chosen === undefined) {
  const numbers = [...new Set(drills.map(({ promise }) => promise))]
  console.error(`there is no drill ${only}; there are ${numbers.join(', ')}`)
  process.exit(1)
}

// What does not answer is left to the embedded store, and then no promise is said to be kept.
const { urls, faults } = await findStores(process.env)
const machine = faults.length === 0 ? await describeMachine(urls) : undefined
for (const fault of faults) console.log(`${fault}: nothing is recorded`)
const seed = Number(process.env.DRILL_SEED ?? randomInt(2 ** 31))

const lines: string[] = []
for (const drill of chosen) {
  if (drill.isDrawn) console.log(`promise ${drill.promise}: DRILL_SEED=${seed}`)
  const run = await runDrill(drill, seed, machine ? { ...urls } : {})
  lines.push(drillLine(drill, run.isKept, inSeconds(run.seconds * 1000)))
  for (const [name, value] of Object.entries(run.measured)) lines.push(`  ${name}: ${value}`)
  if (!run.isKept) process.exitCode = 1
  if (!machine) continue
  recordRun({ ...run, machine })
  writePromisesDocument()
}
console.log(lines.join('\n'))
