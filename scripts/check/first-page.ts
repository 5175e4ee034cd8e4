import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'
import { inBytes } from '../lib/figures.ts'

/** What a browser may load before the first page of H5 is there, in bytes, compressed. */
export interface FirstPageBudget {
  firstPageGzipBytes: number
}

/** The page itself, what it names, and the chunks that the first page asks for. */
function firstPageFiles(folder: string, firstPage: string): string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g)].map(([, file = '']) => file)
  const scripts = named.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(folder, file), 'utf8'))
  const route = new RegExp(`"?path"?:\\s*"${firstPage}",\\s*"?load"?:.*?\\.then\\(`, 's')
  const [loading] = scripts.flatMap((script) => route.exec(script) ?? [])
  if (loading === undefined) throw new Error(`no script says how ${firstPage} is loaded`)
  const chunks = [...loading.matchAll(/\.e\((?:\/\*.*?\*\/\s*)?"?(\w+)"?\)/g)].map(([, chunk]) => chunk)
  const ofChunks = listFiles(folder).filter((file) =>
    chunks.some((chunk) => new RegExp(`^(js|css)/${chunk}\\.[\\w.]*(js|css)$`).test(file)),
  )
  return [...new Set(['index.html', ...named, ...ofChunks])]
}

export function firstPageBytes(folder: string, firstPage = 'pages/home/index'): number {
  return firstPageFiles(folder, firstPage).reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
    0,
  )
}

export function firstPageFaults(folder: string, { firstPageGzipBytes }: FirstPageBudget): string[] {
  const bytes = firstPageBytes(folder)
  if (bytes <= firstPageGzipBytes) return []
  return [
    `the first page has ${inBytes(bytes)} compressed, ${inBytes(bytes - firstPageGzipBytes)} more than the budget`,
  ]
}
