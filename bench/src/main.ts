import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/build/ensure-built.ts'
import { findStores } from '../../scripts/test/stores.ts'
import type { Findings } from './findings.ts'
import { findTooLow } from './floors.ts'
import { choose, measurements } from './measurements.ts'
import { printReport } from './report/print-report.ts'
import { saveReport } from './report/save-report.ts'
import { toReport } from './report/to-report.ts'

const { json, only, small, floors } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    small: { type: 'boolean' },
    floors: { type: 'boolean' },
  },
}).values

// Standard output is the report's.
const say = (line: string) => console.error(line)

const { urls, faults } = await findStores(process.env)
for (const fault of faults) say(`left out, what needs PostgreSQL and Redis: ${fault}`)
const stores = faults.length === 0 ? { databaseUrl: urls.DATABASE_URL, redisUrl: urls.REDIS_URL } : undefined
const size = small ? { rounds: 3, requests: 500, latencies: [0] } : { rounds: 5, requests: 1000, latencies: [0, 20] }
const chosen = choose(measurements({ stores, ...size }), only)
if (chosen.length === 0) {
  say(`there is no measurement ${only}`)
  process.exit(1)
}

await ensureBuilt('bff', {}, say)
const found: Findings[] = []
for (const { name, measure } of chosen) {
  const startedAt = performance.now()
  try {
    found.push(await measure())
  } catch (error) {
    // The others are measured all the same; what is missing is said, and ends the run with 1.
    say(`${name} was not measured: ${error instanceof Error ? error.stack : error}`)
    process.exitCode = 1
    continue
  }
  say(`measured ${name}, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
}
const report = await toReport(found, stores)
if (json) console.log(JSON.stringify(report))
else printReport(report)
const tooLow = floors ? findTooLow(report.ratios) : []
for (const line of tooLow) say(line)
if (tooLow.length > 0) process.exitCode = 1
if (only === undefined && !small) say(`written: ${saveReport(report).join(', ')}`)
