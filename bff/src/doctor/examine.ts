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

/** Runs all checks; never rejects. `client` is the folder with the mini program's sources and build. */
export async function examine(context: AppContext, client: string): Promise<Finding[]> {
  const found = await Promise.all(checks.map(([name, check]) => attempt(name, () => check(context))))
  return [...found.flat(), ...examineBuild(client)]
}

/** The findings when the store could not be opened, including the reason. */
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
      'Set the MASTER_KEY with which this store was created; look where you keep your secrets.',
      'Without it, sessions and sealed secrets are lost, and you have to start over with a new store.',
    ]
    return [wrong('master-key', error.message, { steps })]
  }
  const steps = ['Check that the database runs at DATABASE_URL, or the write permissions of DATA_DIR.']
  return [wrong('store', explainFailure(error), { steps })]
}

function examineBuild(client: string): Finding[] {
  try {
    return checkBuild(client)
  } catch {
    return [unknown('package-size', `the contents of ${client} are not a readable mini program`)]
  }
}

async function attempt(name: CheckName, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check()
  } catch {
    return [unknown(name, 'could not be checked: see the other findings')]
  }
}
