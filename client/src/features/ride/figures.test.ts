import { expect, it } from 'vitest'
import { averageSpeed, kilometersPerHour, liveKilometers } from './figures'

it('writes a ride as its display would', () => {
  expect([0, 7, 12_345].map(liveKilometers)).toEqual(['0.00', '0.01', '12.35'])
  expect([0, 5.5].map(kilometersPerHour)).toEqual(['0.0', '19.8'])
})

it('knows no speed before the first second', () => {
  expect(averageSpeed(0, 0)).toBe(0)
  expect(averageSpeed(100, 20)).toBe(5)
})
