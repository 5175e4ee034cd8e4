import { PartCrashed } from './dev/crash.ts'
import { NotReady } from './dev/first-login.ts'
import { interruption } from './dev/interruption.ts'
import { runDev } from './dev/run-dev.ts'
import { sayAs } from './dev/say.ts'
import { SeedFailed } from './dev/seed-store.ts'

const args = process.argv.slice(2)
if (args.some((arg) => arg !== '--once')) {
  console.error('usage: dev [--once]   (--once ends after the first login)')
  process.exit(2)
}

try {
  await runDev({ ...(args.includes('--once') && { onceWithinMs: 120_000 }), interrupted: interruption() })
} catch (error) {
  if (!(error instanceof NotReady || error instanceof SeedFailed || error instanceof PartCrashed)) throw error
  sayAs('dev')(error.message)
  process.exitCode = 1
}
