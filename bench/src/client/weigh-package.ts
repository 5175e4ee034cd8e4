import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mainPackage, packageFiles } from '../../../scripts/check/package-budget.ts'
import { totalBytes } from '../../../scripts/lib/total-bytes.ts'
import { groupOfFile, groupOfModule } from './module-groups.ts'
import { weighModules } from './weigh-modules.ts'

/** What weighs what in a built mini program, in bytes. */
export interface Weight {
  /** By package: `main`, and the subpackages by their roots. */
  packages: Map<string, number>
  /** Of the main package, by whose it is; adds up to it. */
  groups: Map<string, number>
}

export function weighProgram(dist: string, maps: string): Weight {
  const files = packageFiles(dist)
  const packages = new Map([...files].map(([name, ofPackage]) => [name, totalBytes(dist, ofPackage)]))
  const groups = new Map<string, number>()
  const add = (group: string, bytes: number) => groups.set(group, (groups.get(group) ?? 0) + bytes)
  for (const file of files.get(mainPackage) ?? []) {
    const map = join(maps, `${file}.map`)
    if (!file.endsWith('.js')) add(groupOfFile(file), totalBytes(dist, [file]))
    else if (!existsSync(map)) add('other', totalBytes(dist, [file]))
    else {
      const modules = weighModules(readFileSync(join(dist, file), 'utf8'), readFileSync(map, 'utf8'))
      for (const [source, bytes] of modules) add(groupOfModule(source), bytes)
    }
  }
  return { packages, groups }
}
