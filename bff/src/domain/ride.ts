import type { RideSample } from '@trailpass/shared'

/** Sums are whole millimetres, milliseconds and millijoules: they come out the same in whatever order they are added. */
export interface RideRecord {
  id: string
  personId: string
  deviceId: string
  trailId: string
  intentId: string
  entryKind: string
  /** The day it counts for: that of its start, in the trail's time zone. */
  day: string
  state: 'active' | 'finished'
  startedAt: Date
  finishedAt: Date | null
  movingMs: number
  distanceMillimeters: number
  workMillijoules: number
  newestSequence: number
  newestSpeedMillimetersPerSecond: number
  samplesThrough: number
}

/** A ride that nobody ended by then ends by itself: its bike must not stay taken. */
export const longestRideMs = 6 * 3_600_000

/** The ride with one more sample, which must not have been counted before. */
export function addSample(ride: RideRecord, sample: RideSample): RideRecord {
  const millimeters = Math.round(sample.distanceMeters * 1000)
  const newest = sample.sequence > ride.newestSequence
  return {
    ...ride,
    movingMs: ride.movingMs + sample.durationMs,
    distanceMillimeters: ride.distanceMillimeters + millimeters,
    workMillijoules: ride.workMillijoules + Math.round(sample.workJoules * 1000),
    ...(newest && {
      newestSequence: sample.sequence,
      newestSpeedMillimetersPerSecond:
        sample.durationMs === 0 ? 0 : Math.round((millimeters * 1000) / sample.durationMs),
    }),
  }
}

const joulesPerKcal = 4184
/**
 * Of what a cyclist burns, about a quarter arrives at the pedals: gross efficiency 20 to 25 %
 * (Ettema and Lorås 2009, Efficiency in cycling: a review, Eur J Appl Physiol 106:1).
 */
const grossEfficiency = 0.24

export function energyKcal({ workMillijoules }: Pick<RideRecord, 'workMillijoules'>): number {
  return workMillijoules / 1000 / joulesPerKcal / grossEfficiency
}
