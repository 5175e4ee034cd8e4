import { errorCodes } from '@trailpass/shared'
import { expect, it } from 'vitest'
import { errorsText } from './errors-text.ts'
import { reactionTo } from './reactions.ts'

it('has a line for every code, with its status and words in both languages', () => {
  const lines = errorsText().split('\n')
  for (const [code, { status, title }] of Object.entries(errorCodes)) {
    const line = lines.find((each) => each.startsWith(`| \`${code}\` | ${status} | ${title} |`)) ?? ''
    expect({ code, cells: line.split(' | ').length }).toEqual({ code, cells: 7 })
    expect(line).toMatch(/[\u4e00-\u9fff].* \| [A-Z{].* \|/)
  }
})

it('knows what a client does with a code that has no line of its own', () => {
  expect(reactionTo('login.code_spent', 409).client).toContain('once with a new code')
  expect(reactionTo('rate_limit.exceeded', 429).client).toContain('Retry-After')
  expect(reactionTo('device.revoked', 410).client).toBe('shows the text')
})
