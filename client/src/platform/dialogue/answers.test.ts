// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { accountWords } from '../../features/account/words'
import { riderWords } from '../../features/profile/rider-words'
import { rideWords } from '../../features/ride/words'
import { t } from '../../messages'

const language = vi.hoisted(() => ({ now: 'zh-CN' as 'zh-CN' | 'en' }))
vi.mock('../../lib/locale', () => ({ locale: () => language.now }))

/** https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html */
const longestAnswer = 4

const tables: Record<string, (key: never) => string> = { t, accountWords, riderWords, rideWords }

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))
  .map((path) => readFileSync(`${root}${path}`, 'utf8'))
const questions = sources.flatMap((source) => source.split(/\bask\((?!\))/).slice(1)).map(firstObject)
// What is only to be read has one answer.
const answers = questions.flatMap((question) =>
  [/\byes: (\w+)\('([\w.]+)'\)/, ...(/\bno:/.test(question) ? [/\bno: (\w+)\('([\w.]+)'\)/] : [])].map((answer) =>
    question.match(answer),
  ),
)

function firstObject(source: string): string {
  let depth = 0
  for (const [at, letter] of [...source].entries()) {
    if (letter === '{') depth++
    if (letter === '}' && --depth === 0) return source.slice(0, at)
  }
  return source
}

describe('the answers to a question', () => {
  it('stand beside it, from a table of words', () => {
    expect(questions.length).toBeGreaterThan(0)
    expect(answers).not.toContain(null)
  })

  it.each(['zh-CN', 'en'] as const)('fit on a button of WeChat in %s', (locale) => {
    language.now = locale
    const words = answers.map((answer) => tables[answer?.[1] ?? '']?.(answer?.[2] as never) ?? `no words for ${answer}`)
    expect(words.filter((answer) => answer.length > longestAnswer)).toEqual([])
  })
})
