import { existsSync, readFileSync } from 'node:fs'
import { BuildError } from '../build/build-error.ts'
import { madeFromTheseSources } from '../build/build-stamp.ts'
import { buildTarget } from '../build/build-target.ts'
import { outputFolder } from '../build/output-folder.ts'
import { type ClientTarget, clientTargets } from '../build/targets.ts'
import { inRepository } from '../lib/repository.ts'
import { bundleFaults } from './bundle-faults.ts'
import { budgetFaults, type PackageBudget } from './package-budget.ts'
import type { Step } from './step.ts'

type Budgets = Partial<Record<ClientTarget, PackageBudget>>

/** Looks at what is in `client/dist`, as it is; the WeChat build is made first when it is missing or old. */
export const bundleStep: Step = {
  name: 'client builds',
  run: async () => {
    const notBuilt = await buildWeapp()
    if (notBuilt !== undefined) return [notBuilt]
    const budgets = JSON.parse(readFileSync(inRepository('client', 'budget.json'), 'utf8')) as Budgets
    return clientTargets
      .filter((target) => existsSync(outputFolder(target)))
      .flatMap((target) => faultsOf(target, budgets[target]))
  },
}

async function buildWeapp(): Promise<string | undefined> {
  if (madeFromTheseSources('weapp')) return undefined
  try {
    await buildTarget('weapp')
    return undefined
  } catch (error) {
    if (error instanceof BuildError) return `weapp was not built\n${error.message}`
    throw error
  }
}

function faultsOf(target: ClientTarget, budget?: PackageBudget): string[] {
  const folder = outputFolder(target)
  const faults = bundleFaults(folder)
  if (budget !== undefined) faults.push(...budgetFaults(folder, budget))
  if (faults.length === 0) return []
  return [
    `client/dist/${target} (after a development build, run build:${target} first)`,
    ...faults.map((f) => `  ${f}`),
  ]
}
