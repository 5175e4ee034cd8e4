import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'

/** What must not be in anything that a phone downloads. */
const forbidden: [what: string, pattern: RegExp][] = [
  // Both survive minifying: zod looks its own parts up by these names.
  ['zod', /\b_zod\b|\bZodError\b/],
  ['a word for an AppSecret', /app_?secret/i],
  ['a secret in an address', /[?&]secret=/i],
  ['code of the simulator', /_sim\/|mock one/],
  ['an address of this machine', /\b127\.0\.0\.1\b/],
]

const text = /\.(js|mjs|json|css|html|svg|map|txt|wxml|wxss|wxs|axml|acss|sjs|ttml|ttss)$/

/** Reads every text file of one production build. */
export function bundleFaults(folder: string): string[] {
  const faults: string[] = []
  for (const file of listFiles(folder).filter((path) => text.test(path))) {
    const content = readFileSync(join(folder, file), 'utf8')
    for (const [what, pattern] of forbidden) {
      const found = pattern.exec(content)
      if (found !== null) faults.push(`${file} holds ${what}: ${around(content, found.index)}`)
    }
  }
  return faults
}

function around(content: string, index: number): string {
  return `…${content.slice(Math.max(0, index - 30), index + 50).replace(/\s+/g, ' ')}…`
}
