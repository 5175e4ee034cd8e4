import { expect, it } from 'vitest'
import { decodeBase32, encodeBase32, randomBase32 } from './base32.ts'

it('reads back what it wrote, highest digit first', () => {
  expect(encodeBase32(0n, 3)).toBe('000')
  expect(encodeBase32(31n, 2)).toBe('0Z')
  expect(encodeBase32(32n, 2)).toBe('10')
  for (const value of [0n, 1n, 31n, 32n, 1023n]) expect(decodeBase32(encodeBase32(value, 2))).toBe(value)
})

it('keeps the lowest digits of what is too long', () => {
  expect(encodeBase32(1024n + 5n, 2)).toBe('05')
})

it('knows no character that could be mistaken for another', () => {
  for (const character of ['I', 'L', 'O', 'U', 'a', '-', '步']) expect(decodeBase32(`0${character}`)).toBeUndefined()
})

it('makes random text that is long enough, and readable', () => {
  const texts = Array.from({ length: 1000 }, () => randomBase32(8))
  expect(new Set(texts).size).toBe(1000)
  for (const text of texts) expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(new Set(texts.join('')).size).toBe(32)
})
