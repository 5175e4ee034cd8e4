import { expect, it } from 'vitest'
import { distanceMeters, distanceToArea } from './trail.ts'

const beijing = { latitude: 39.9042, longitude: 116.4074 }
const shanghai = { latitude: 31.2304, longitude: 121.4737 }

it('knows how far it is from Beijing to Shanghai', () => {
  expect(distanceMeters(beijing, shanghai)).toBeGreaterThan(1_060_000)
  expect(distanceMeters(beijing, shanghai)).toBeLessThan(1_075_000)
  expect(distanceMeters(shanghai, beijing)).toBeCloseTo(distanceMeters(beijing, shanghai), 3)
})

it('is 0 at the same place, and half around the earth at the antipode', () => {
  expect(distanceMeters(beijing, beijing)).toBe(0)
  expect(distanceMeters({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
    Math.PI * 6_371_000,
  )
})

it('measures to the edge of an area, 0 inside it', () => {
  const area = { ...beijing, radiusMeters: 1000 }
  const north = (degrees: number) => ({ ...beijing, latitude: beijing.latitude + degrees })
  expect(distanceToArea(north(0.008), area)).toBe(0)
  expect(distanceToArea(north(0.018), area)).toBeCloseTo(1001.5, 0)
})
