import { parseArgs } from 'node:util'
import { ensureBuilt } from './build/ensure-built.ts'
import { chooseGroups, mutationGroups } from './mutation/groups.ts'
import { runMutants } from './mutation/run-mutants.ts'

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
const chosen = chooseGroups(only)
if (chosen === undefined) {
  console.error(`there is no group ${only}; there are ${mutationGroups.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

// Some of the tests run the BFF in a process of its own.
await ensureBuilt('bff')
const lines: string[] = []
for (const group of chosen) {
  const { noticed, total } = await runMutants(group)
  const percent = (100 * noticed) / total
  const kept = percent >= group.floor
  lines.push(
    `${group.name}: ${noticed} of ${total} noticed, ${percent.toFixed(1)} %${kept ? '' : `, under ${group.floor}`}`,
  )
  if (!kept) process.exitCode = 1
}
console.log(lines.join('\n'))
