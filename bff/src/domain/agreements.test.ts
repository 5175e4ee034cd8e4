import { expect, it } from 'vitest'
import { agreements, agreementsIn, findMissingAgreement } from './agreements.ts'

const all = agreements.map(({ id, version }) => ({ id, version }))

it('misses nothing when every required agreement is there in its present version, whatever else is', () => {
  expect(findMissingAgreement(all)).toBeUndefined()
  expect(findMissingAgreement([{ id: 'other', version: '1' }, ...all])).toBeUndefined()
})

it.each(agreements.filter(({ required }) => required))('misses $id when it is absent or outdated', ({ id }) => {
  const others = all.filter((agreed) => agreed.id !== id)
  expect(findMissingAgreement(others)?.id).toBe(id)
  expect(findMissingAgreement([...others, { id, version: 'older' }])?.id).toBe(id)
})

it('gives each agreement exactly one of text and url', () => {
  for (const { text, url } of agreements) expect([text, url].filter((form) => form !== null)).toHaveLength(1)
})

it('says the same in both languages, under one version', () => {
  const english = agreementsIn('en')
  expect(english.map(({ id, version }) => ({ id, version }))).toEqual(all)
  for (const { title, text } of english) {
    expect(`${title} ${text}`).toMatch(/^[\n\x20-\x7e“”’]+$/)
    expect(text).toContain('the Chinese text is the one that counts')
  }
  const parts = (texts: readonly { text: string | null }[]) => texts.map(({ text }) => text?.split('\n\n').length)
  // The note on the translation is one more.
  expect(parts(english)).toEqual(parts(agreements).map((count = 0) => count + 1))
})
