import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inBytes } from '../lib/figures.ts'
import { listFiles, totalBytes } from '../lib/list-files.ts'

interface AppJson {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

/** The bytes that a mini program loads before its first page: everything outside its subpackages. */
export function mainPackageBytes(folder: string): number {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(
    ({ root }) => `${root.replace(/\/$/, '')}/`,
  )
  const files = listFiles(folder).filter((file) => !roots.some((root) => file.startsWith(root)))
  return totalBytes(folder, files)
}

export function budgetFaults(folder: string, budgetBytes: number): string[] {
  const bytes = mainPackageBytes(folder)
  if (bytes <= budgetBytes) return []
  return [`the main package has ${inBytes(bytes)}, ${inBytes(bytes - budgetBytes)} more than its budget`]
}
