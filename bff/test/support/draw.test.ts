import { expect, it } from 'vitest'
import { createDraw } from './draw.ts'

it('draws the same from one seed, something else from another, and all there is', () => {
  const drawn = (seed: number) => Array.from({ length: 200 }, createDrawOf(seed))
  expect(drawn(7)).toEqual(drawn(7))
  expect(drawn(7)).not.toEqual(drawn(8))
  expect(new Set(drawn(7))).toEqual(new Set([0, 1, 2, 3, 4]))
})

function createDrawOf(seed: number) {
  const { below } = createDraw(seed)
  return () => below(5)
}
