import { ConfigError } from '../config/config.ts'
import type { AppContext } from '../context.ts'
import { MasterKeyError } from '../services/keyring-service.ts'
import { explainFailure } from '../start-failure.ts'
import { checkApps } from './check-apps.ts'
import { checkBuild } from './check-build.ts'
import { checkClock } from './check-clock.ts'
import { checkH5 } from './check-h5.ts'
import { checkDisk, checkRedis, checkStore } from './check-store.ts'
import { checkVerificationFiles } from './check-verification-files.ts'
import { type CheckName, type Finding, unknown, wrong } from './finding.ts'

const checks: readonly [CheckName, (context: AppContext) => Promise<Finding[]>][] = [
  ['store', checkStore],
  ['disk', checkDisk],
  ['redis', checkRedis],
  ['clock', checkClock],
  ['app-secret', checkApps],
  ['h5-domain', checkH5],
  ['verification-file', checkVerificationFiles],
]

/** Looks at everything; never rejects. `client` is the folder of the mini program's sources and its build. */
export async function examine(context: AppContext, client: string): Promise<Finding[]> {
  const found = await Promise.all(checks.map(([name, check]) => attempt(name, () => check(context))))
  return [...found.flat(), ...examineBuild(client)]
}

/** What can be said when the store did not open, and why it did not. */
export function examineClosed(error: unknown, client: string): Finding[] {
  return [...explainClosed(error), ...examineBuild(client)]
}

function explainClosed(error: unknown): Finding[] {
  if (error instanceof ConfigError) {
    return error.faults.map((fault) =>
      wrong('configuration', fault, { steps: ['.env.example explains each variable.'] }),
    )
  }
  if (error instanceof MasterKeyError) {
    const steps = [
      'Give the MASTER_KEY that this store was made with; it is wherever you keep your secrets.',
      'Without it sessions and sealed secrets are lost, and people have to sign in anew to another store.',
    ]
    return [wrong('master-key', error.message, { steps })]
  }
  const steps = ['Look whether the database runs where DATABASE_URL says, or who may write in DATA_DIR.']
  return [wrong('store', explainFailure(error), { steps })]
}

function examineBuild(client: string): Finding[] {
  try {
    return checkBuild(client)
  } catch {
    return [unknown('package-size', `what lies in ${client} cannot be read as a mini program`)]
  }
}

async function attempt(name: CheckName, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check()
  } catch {
    return [unknown(name, 'could not be looked at: see what else is wrong')]
  }
}
