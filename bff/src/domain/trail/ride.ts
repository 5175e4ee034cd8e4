import { energy, type RideSample } from '@trailpass/shared'

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
  /** When the last sample was counted, of whatever number. */
  lastSampleAt: Date | null
  /** Places of the week's ranking on its trail, as they were when it ended. */
  ranking: RideRanking | null
}

/** Where the rider stood without this ride, `null` for nowhere, and where with it. */
export interface RideRanking {
  before: number | null
  after: number
}

/** Above every ride's id, whether the database sorts by bytes or as a dictionary does. */
export const aboveAllRides = 'Z'

/** A ride that nobody ended by then ends by itself: its bike must not stay taken. */
export const longestRideMs = 6 * 3_600_000

/** Nobody sits on a bike that is well and has measured nothing for this long. */
export const restMs = 15 * 60_000

/** When anything was last heard of it: its end, if nobody ends it. */
export const lastHeardOf = ({ startedAt, lastSampleAt }: RideRecord): Date => lastSampleAt ?? startedAt

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

export function energyKcal({ workMillijoules }: Pick<RideRecord, 'workMillijoules'>): number {
  return workMillijoules / 1000 / energy.joulesPerKcal / energy.grossEfficiency
}
