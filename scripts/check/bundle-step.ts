import { existsSync, readFileSync } from 'node:fs'
import { outputFolder } from '../build/output-folder.ts'
import { type ClientTarget, clientTargets } from '../build/targets.ts'
import { inRepository } from '../lib/repository.ts'
import { builtClient } from './built-client.ts'
import { bundleFaults } from './bundle-faults.ts'
import { type FirstPageBudget, firstPageFaults } from './first-page.ts'
import { budgetFaults, type PackageBudget } from './package-budget.ts'
import type { Step } from './step.ts'

interface Budgets {
  weapp: PackageBudget
  h5: FirstPageBudget
}

/** Looks at what is in `client/dist`, as it is; the builds that have a budget are made first when missing or old. */
export const bundleStep: Step = {
  name: 'client builds',
  run: async () => {
    const budgets = JSON.parse(readFileSync(inRepository('client', 'budget.json'), 'utf8')) as Budgets
    for (const target of ['weapp', 'h5'] as const) {
      const notBuilt = await builtClient(target)
      if (notBuilt !== undefined) return [notBuilt]
    }
    return clientTargets
      .filter((target) => existsSync(outputFolder(target)))
      .flatMap((target) => faultsOf(target, budgets))
  },
}

function faultsOf(target: ClientTarget, budgets: Budgets): string[] {
  const folder = outputFolder(target)
  const faults = bundleFaults(folder)
  if (target === 'weapp') faults.push(...budgetFaults(folder, budgets.weapp))
  if (target === 'h5') faults.push(...firstPageFaults(folder, budgets.h5))
  if (faults.length === 0) return []
  return [
    `client/dist/${target} (after a development build, run build:${target} first)`,
    ...faults.map((f) => `  ${f}`),
  ]
}
