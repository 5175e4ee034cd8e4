import { energy, type RideSample } from '@trailpass/shared'

/** Sums are integers in millimetres, milliseconds and millijoules, so that the order of addition does not matter. */
export interface RideRecord {
  id: string
  personId: string
  deviceId: string
  trailId: string
  intentId: string
  entryKind: string
  /** The day of its start, in the trail's time zone. */
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
  /** When the latest sample was counted, regardless of its number. */
  lastSampleAt: Date | null
  /** Places in the week's ranking of its trail, at the end of the ride. */
  ranking: RideRanking | null
}

/** The rider's place without this ride (`null` if none), and with it. */
export interface RideRanking {
  before: number | null
  after: number
}

/** Sorts after every ride id, in byte order and in dictionary order. */
export const aboveAllRides = 'Z'

/** A ride that is not ended by then ends automatically, so that its bike becomes available. */
export const longestRideMs = 6 * 3_600_000

/** A connected bike that has measured nothing for this long has no rider. */
export const restMs = 15 * 60_000

/** The time of the last sample: the end of the ride, if nobody ends it. */
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
