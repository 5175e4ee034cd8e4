import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository } from './repository.ts'

/**
 * The JavaScript file behind a package's command, to be run by `process.execPath`: the shims in `node_modules/.bin`
 * differ between Windows and the others, this does not.
 */
export function packageBin(name: string, command = name, owner = '.'): string {
  const folder = inRepository(owner, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>
  }
  const file = typeof bin === 'string' ? bin : bin?.[command]
  if (file === undefined) throw new Error(`the package ${name} has no command ${command}`)
  return join(folder, file)
}
