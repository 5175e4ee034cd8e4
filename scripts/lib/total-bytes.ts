import { statSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'

/** Source maps are not counted: nobody downloads them. */
export function totalBytes(folder: string, files = listFiles(folder)): number {
  return files
    .filter((file) => !file.endsWith('.map'))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}
