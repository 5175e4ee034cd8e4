import { describe, expect, it } from 'vitest'
import type { OutlineArea, Position } from '../../domain/trail/trail.ts'
import { distanceMeters, distanceToArea } from './trail-distance.ts'

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

it('measures to the edge of a circle, 0 inside it', () => {
  const area = { kind: 'circle', ...beijing, radiusMeters: 1000 } as const
  const north = (degrees: number) => ({ ...beijing, latitude: beijing.latitude + degrees })
  expect(distanceToArea(north(0.008), area)).toBe(0)
  expect(distanceToArea(north(0.018), area)).toBeCloseTo(1001.5, 0)
})

describe('an outline', () => {
  // A path around a lake: from west to east, with a bay open to the north.
  const corners: [number, number][] = [
    [120.1, 30.2],
    [120.13, 30.2],
    [120.13, 30.23],
    [120.12, 30.23],
    [120.12, 30.21],
    [120.11, 30.21],
    [120.11, 30.23],
    [120.1, 30.23],
    [120.1, 30.2],
  ]
  const area: OutlineArea = { kind: 'outline', ring: corners }
  const at = (longitude: number, latitude: number): Position => ({ longitude, latitude })
  const distance = (position: Position) => distanceToArea(position, area)

  it('is 0 away inside and on its edge', () => {
    for (const position of [at(120.105, 30.22), at(120.12, 30.205), at(120.1, 30.215), at(120.13, 30.23)]) {
      expect(distance(position)).toBeCloseTo(0, 3)
    }
  })

  it('is as far as its nearest edge, also from within its bay', () => {
    const south = at(120.115, 30.19)
    expect(distance(south)).toBeCloseTo(distanceMeters(south, at(120.115, 30.2)), -1)
    const bay = at(120.112, 30.22)
    expect(distance(bay)).toBeCloseTo(distanceMeters(bay, at(120.11, 30.22)), -1)
    const corner = at(120.14, 30.24)
    expect(distance(corner)).toBeCloseTo(distanceMeters(corner, at(120.13, 30.23)), -1)
  })

  it('is about as far as the crow flies from another city', () => {
    const along = distanceMeters(beijing, at(120.11, 30.23))
    expect(Math.abs(distance(beijing) - along) / along).toBeLessThan(0.005)
  })
})
