import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'
import { inBytes } from '../lib/figures.ts'
import { totalBytes } from '../lib/total-bytes.ts'

/** What a mini program may weigh, in bytes. */
export interface PackageBudget {
  /** What is loaded before the first page: everything outside its subpackages. */
  mainPackageBytes: number
  allPackagesBytes: number
}

interface AppJson {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

export const mainPackage = 'main'

/** The files of each package: of the main one, and of each subpackage by its root. */
export function packageFiles(folder: string): Map<string, string[]> {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) => root.replace(/\/$/, ''))
  const packageOf = (file: string) => roots.find((root) => file.startsWith(`${root}/`)) ?? mainPackage
  const packages = new Map<string, string[]>()
  for (const file of listFiles(folder)) {
    const name = packageOf(file)
    packages.set(name, [...(packages.get(name) ?? []), file])
  }
  return packages
}

export function packageBytes(folder: string): PackageBudget {
  return {
    mainPackageBytes: totalBytes(folder, packageFiles(folder).get(mainPackage)),
    allPackagesBytes: totalBytes(folder),
  }
}

export function budgetFaults(folder: string, budget: PackageBudget): string[] {
  const bytes = packageBytes(folder)
  const fault = (what: string, key: keyof PackageBudget) =>
    bytes[key] > budget[key]
      ? [`${what} ${inBytes(bytes[key])}, ${inBytes(bytes[key] - budget[key])} more than the budget`]
      : []
  return [...fault('the main package has', 'mainPackageBytes'), ...fault('all packages have', 'allPackagesBytes')]
}
