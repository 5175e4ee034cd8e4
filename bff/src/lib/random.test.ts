import { expect, it } from 'vitest'
import { drawBytes } from './random.ts'

it('gives as many bytes as were asked for, and none twice, over many draws of the source', () => {
  const given = Array.from({ length: 4000 }, (_, index) => drawBytes(8 + (index % 40)))
  expect(given.every((bytes, index) => bytes.length === 8 + (index % 40))).toBe(true)
  const beginnings = new Set(given.map((bytes) => bytes.subarray(0, 8).toString('hex')))
  expect(beginnings.size).toBe(given.length)
})

it('gives bytes that stay as they are', () => {
  const first = drawBytes(32)
  const before = Buffer.from(first)
  for (let draw = 0; draw < 1000; draw++) drawBytes(32)
  expect(first).toEqual(before)
  expect(first.some((byte) => byte !== 0)).toBe(true)
})

it('has every value of a byte about equally often', () => {
  const counts = new Array<number>(256).fill(0)
  for (let draw = 0; draw < 4000; draw++) for (const byte of drawBytes(64)) counts[byte] = (counts[byte] ?? 0) + 1
  // 1,000 of each are expected, with a standard deviation of 32.
  expect(Math.min(...counts)).toBeGreaterThan(800)
  expect(Math.max(...counts)).toBeLessThan(1200)
})

it('gives no more than it draws at once', () => {
  expect(drawBytes(1024)).toHaveLength(1024)
  expect(() => drawBytes(1025)).toThrow(new RangeError('drawBytes: 1025 bytes'))
})
