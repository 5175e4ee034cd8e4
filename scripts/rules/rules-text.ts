import { readdirSync, readFileSync } from 'node:fs'
import { inRepository } from '../lib/repository.ts'

export const rulesDocument = 'docs/session-rules.md'

const folder = 'bff/test/transcripts'

/** In the order in which they are read. */
const chapters: Readonly<Record<string, string>> = {
  tokens: 'Tokens',
  ledger: 'Login codes',
  outcomes: 'What a platform answers',
  guests: 'Guests',
  registration: 'Registration',
  'session-keys': 'session_key',
  payloads: 'Encrypted payloads',
  'h5-cookie': 'Cookies of the web client',
  'web-registration': 'Registration on the web by ticket',
  'other-platforms': 'Alipay and Douyin',
  versions: 'Versions of the contract',
}

/** The rule that a transcript plays: the first string of its default export. */
function ruleIn(path: string): string {
  const source = readFileSync(inRepository(path), 'utf8')
  const [, , rule] = /^export default \w+\(\s*(['"])(.*?)\1/ms.exec(source) ?? []
  if (rule === undefined) throw new Error(`${path} names no rule`)
  return rule
}

function chapterText(chapter: string): string {
  const title = chapters[chapter]
  if (title === undefined) throw new Error(`${folder}/${chapter} has no title in scripts/rules/rules-text.ts`)
  const files = readdirSync(inRepository(folder, chapter)).filter((file) => file.endsWith('.ts'))
  const rules = files.sort().map((file) => {
    const path = `${folder}/${chapter}/${file}`
    return `- [${ruleIn(path)}](../${path})`
  })
  return `## ${title}\n\n${rules.join('\n')}`
}

/** `docs/session-rules.md`. Throws for a transcript without a rule, and for a chapter without a title. */
export function rulesText(): string {
  const folders = readdirSync(inRepository(folder), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const order = Object.keys(chapters)
  const names = folders.map(({ name }) => name).sort((one, other) => order.indexOf(one) - order.indexOf(other))
  return `# Session rules

Every rule is a test: the link leads to it. Each plays against a running server, on SQLite and on PostgreSQL with Redis
(\`npx -y pnpm@10.34.8 test bff/test/transcripts\`). This page is made from them by \`npx -y pnpm@10.34.8 rules\`, and \`check\`
compares.

${names.map(chapterText).join('\n\n')}
`
}
