import { faketimeLibrary } from '../bff/test/support/faketime.ts'
import { findChromium } from './test/chromium.ts'
import { runVitest } from './test/run-vitest.ts'
import { findScaledTests } from './test/scaled-tests.ts'
import { findStores } from './test/stores.ts'
import { countsLine, failureLine } from './test/test-counts.ts'

const args = process.argv.slice(2)
const scaled = args.includes('--scaled')
const vitestArgs = args.filter((arg) => arg !== '--scaled')

const env: NodeJS.ProcessEnv = {}
const chromium = findChromium()
if (chromium !== undefined) env.CHROMIUM_PATH = chromium

if (scaled) {
  const { urls, faults } = await findStores(process.env)
  if (faults.length > 0) {
    console.error(faults.join('\n'))
    process.exit(1)
  }
  Object.assign(env, urls, { TEST_SCALED_ONLY: '1' })
  if (vitestArgs.every((arg) => arg.startsWith('-'))) vitestArgs.push(...findScaledTests())
}

const counts = await runVitest(vitestArgs, env)
if (!scaled && !process.env.DATABASE_URL) console.log('skipped: PostgreSQL (set DATABASE_URL)')
if (!scaled && !process.env.REDIS_URL) console.log('skipped: Redis (set REDIS_URL)')
if (faketimeLibrary === undefined) console.log('skipped: clocks that disagree (install faketime)')
if (chromium === undefined) console.log('skipped: Chromium (install Chrome or Chromium, or set CHROMIUM_PATH)')
for (const failure of counts.failures) console.log(failureLine(failure))
console.log(countsLine(counts))
process.exitCode = counts.failed === 0 ? 0 : 1
