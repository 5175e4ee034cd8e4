import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Every file under the folder, as sorted paths with forward slashes relative to it. */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Source maps are not counted: nobody downloads them. */
export function totalBytes(folder: string, files = listFiles(folder)): number {
  return files
    .filter((file) => !file.endsWith('.map'))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}
