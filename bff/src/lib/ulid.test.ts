import { expect, it } from 'vitest'
import { randomBase32 } from './base32.ts'
import { createUlid } from './ulid.ts'

it('has 26 characters of Crockford base32, the first ten from the time', () => {
  // Example of the specification.
  expect(createUlid(new Date(1469918176385)).slice(0, 10)).toBe('01ARYZ6S41')
  expect(createUlid(new Date())).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
})

it('sorts by time', () => {
  expect(createUlid(new Date(1)) < createUlid(new Date(2))).toBe(true)
})

it('does not repeat', () => {
  expect(new Set(Array.from({ length: 1000 }, () => randomBase32(16))).size).toBe(1000)
})
