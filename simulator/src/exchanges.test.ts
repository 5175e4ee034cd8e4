import { describe, expect, it } from 'vitest'
import { playExchange, readPages } from './testing/exchanges.ts'
import { startTestSimulator } from './testing/test-simulator.ts'

/** `/…/` stands for any string that matches it. */
const pattern = (value: string): unknown =>
  /^\/.+\/$/s.test(value) ? expect.stringMatching(new RegExp(value.slice(1, -1))) : value

function toMatch(value: unknown): unknown {
  if (typeof value === 'string') return pattern(value)
  if (Array.isArray(value)) return value.map(toMatch)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, toMatch(field)]))
}

const pages = await readPages()

describe.each(pages)('$file', ({ source, word, cases }) => {
  it('tells on whose word', () => {
    expect(source).toMatch(
      /^https:\/\/(developers\.weixin\.qq\.com|opendocs\.alipay\.com|developer\.open-douyin\.com)\//,
    )
    expect(['documented', 'observed', 'assumed']).toContain(word)
  })

  it.each(cases)('$name', async (exchange) => {
    const { url } = await startTestSimulator()
    const { expected, ...answer } = await playExchange(url, exchange)
    expect(answer).toEqual({ ...expected, body: toMatch(expected.body) })
  })
})
