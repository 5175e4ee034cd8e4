import type { RideSample } from '@trailpass/shared'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { rideRecord } from '../../../test/support/ride-fixtures.ts'
import { addSample, energyKcal } from './ride.ts'

const sample = (changes: Partial<RideSample> = {}): RideSample => ({
  sequence: 0,
  durationMs: 2000,
  distanceMeters: 0.0104,
  workJoules: 120.0006,
  ...changes,
})

it('adds a sample in whole millimetres and millijoules', () => {
  expect(addSample(rideRecord(), sample())).toEqual(
    rideRecord({
      movingMs: 2000,
      distanceMillimeters: 10,
      workMillijoules: 120_001,
      newestSequence: 0,
      newestSpeedMillimetersPerSecond: 5,
    }),
  )
})

it('takes the speed of the newest sample, and none from one without a duration', () => {
  const ride = addSample(rideRecord(), sample({ sequence: 4, distanceMeters: 12 }))
  expect(ride.newestSpeedMillimetersPerSecond).toBe(6000)
  expect(addSample(ride, sample({ sequence: 3 }))).toMatchObject({
    newestSequence: 4,
    newestSpeedMillimetersPerSecond: 6000,
  })
  expect(addSample(ride, sample({ sequence: 5, durationMs: 0 })).newestSpeedMillimetersPerSecond).toBe(0)
})

it('comes to the same in whatever order samples are added', () => {
  const measured = fc.record({
    durationMs: fc.integer({ min: 0, max: 3_600_000 }),
    distanceMeters: fc.double({ min: 0, max: 90_000, noNaN: true }),
    workJoules: fc.double({ min: 0, max: 7_200_000, noNaN: true }),
  })
  const shuffled = fc
    .array(measured, { maxLength: 50 })
    .map((all) => all.map((each, sequence) => ({ ...each, sequence })))
    .chain((samples) => fc.tuple(fc.constant(samples), fc.shuffledSubarray(samples, { minLength: samples.length })))
  fc.assert(
    fc.property(shuffled, ([samples, anyOrder]) => {
      expect(anyOrder.reduce(addSample, rideRecord())).toEqual(samples.reduce(addSample, rideRecord()))
    }),
  )
})

it('makes of 1 kJ at the pedals about what a body burns for it', () => {
  expect(energyKcal({ workMillijoules: 1_000_000 })).toBeCloseTo(0.9959, 4)
  expect(energyKcal({ workMillijoules: 0 })).toBe(0)
})
