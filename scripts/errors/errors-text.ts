import { operatorErrcodes } from '@trailpass/bff/adapters/wechat/errcode.ts'
import { enFaults } from '@trailpass/client/messages/en.ts'
import { zhCNFaults } from '@trailpass/client/messages/zh-cn.ts'
import { type ErrorCode, errorCodes } from '@trailpass/shared'
import { reactionTo } from './reactions.ts'

const cell = (text: string) => text.replaceAll('|', '\\|')
const row = (...cells: string[]) => `| ${cells.map(cell).join(' | ')} |`
const table = (head: string[], rows: string[][]) =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')

function codeRow(code: ErrorCode): string[] {
  const { status, title } = errorCodes[code]
  const { client, operator } = reactionTo(code, status)
  return [`\`${code}\``, String(status), title, client, zhCNFaults[code], enFaults[code], operator ?? '']
}

/** What no server answers. `other` is for codes that have no words. */
const ownFaults = (Object.keys(zhCNFaults) as (keyof typeof zhCNFaults)[]).filter(
  (fault) => fault !== 'other' && !(fault in errorCodes),
)

/** `docs/errors.md` as the tables of codes, words and errcodes have it. */
export function errorsText(): string {
  const codes = Object.keys(errorCodes) as ErrorCode[]
  return `# Errors

Made by \`npx -y pnpm@10.34.8 errors\` from the code; \`check\` compares.

Every failure is \`application/problem+json\` (RFC 9457). \`code\` decides what a client does, \`instance\` is the request id
in the log, \`errors[].pointer\` names what is wrong in the body. 429 and 503 carry \`Retry-After\` in seconds.

\`\`\`json
{ "type": "urn:trailpass:problem:request.invalid", "title": "The request does not match the contract", "status": 400,
  "code": "request.invalid", "instance": "7f6c2a1e-…", "errors": [{ "pointer": "/nickname", "detail": "nickname: too_long" }] }
\`\`\`

Codes may be added. A client that does not know one decides by the status, and says: 「${zhCNFaults.other}」, “${enFaults.other}”.

## Codes

${table(['code', 'status', 'meaning', 'the client', '中文', 'English', 'the operator'], codes.map(codeRow))}

## What the client finds by itself

${table(
  ['fault', '中文', 'English'],
  ownFaults.map((fault) => [`\`${fault}\``, zhCNFaults[fault], enFaults[fault]]),
)}

## What WeChat answers

WeChat's errcodes never leave the server. A login is answered by them so:

${table(
  ['errcode', 'the BFF answers'],
  [
    ['40029; 40163 of somebody else’s use', '401 `login.code_rejected`'],
    ['40163 after a try of ours that was answered -1', '409 `login.code_spent`'],
    ['40226', '403 `account.blocked`'],
    ['45011', '429 `rate_limit.exceeded`, `Retry-After: 60`, no further try'],
    ['-1 three times, a timeout, a reset, anything that is no answer', '200, a guest, `degraded: true`'],
    ['those below, and unknown ones', 'the same, and the operator’s event'],
    ['40001, 40014, 42001 of an access token', 'nothing: the token is refreshed once'],
  ],
)}

These are for the operator: a log line with \`event\` \`operator.attention\`, the errcode, and WeChat's request id (\`rid\`).

${table(
  ['errcode', 'what is wrong'],
  Object.entries(operatorErrcodes).map(([errcode, words]) => [errcode, words]),
)}
`
}
