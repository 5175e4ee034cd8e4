import * as z from 'zod'
import { limits } from '../rules/limits.ts'
import { deviceSchema } from './device.schema.ts'
import { exactly } from './exactly.ts'
import type {
  CurrentRide,
  Ride,
  RideList,
  RideRanking,
  RideSample,
  RideSamplesRequest,
  StartRideRequest,
} from './ride.ts'

// An hour at 25 m/s and 2 kW exceeds any rider; a larger sample is a fault of the bike.
export const rideSampleSchema = exactly<RideSample>()(
  z.strictObject({
    sequence: z
      .int()
      .min(0)
      .max(limits.samplesPerRide - 1),
    durationMs: z.int().min(0).max(3_600_000),
    distanceMeters: z.number().min(0).max(90_000),
    workJoules: z.number().min(0).max(7_200_000),
  }),
)

const rideRankingSchema = exactly<RideRanking>()(
  z.strictObject({ period: z.literal('week'), before: z.int().nullable(), after: z.int() }),
)

export const rideSchema = exactly<Ride>()(
  z
    .strictObject({
      id: z.string(),
      device: deviceSchema,
      state: z.enum(['active', 'finished']),
      startedAt: z.iso.datetime(),
      finishedAt: z.iso.datetime().nullable(),
      movingSeconds: z.number(),
      distanceMeters: z.number(),
      energyKcal: z.number(),
      speedMetersPerSecond: z.number(),
      samplesThrough: z.int(),
      ranking: rideRankingSchema.nullable(),
    })
    .meta({ id: 'Ride' }),
)

export const startRideRequestSchema = exactly<StartRideRequest>()(
  z.strictObject({ intentId: z.string().min(1).max(64) }).meta({ id: 'StartRideRequest' }),
)

export const rideSamplesRequestSchema = exactly<RideSamplesRequest>()(
  z
    .strictObject({ samples: z.array(rideSampleSchema).min(1).max(limits.samplesPerRequest) })
    .meta({ id: 'RideSamplesRequest' }),
)

export const currentRideSchema = exactly<CurrentRide>()(
  z.strictObject({ ride: rideSchema.nullable() }).meta({ id: 'CurrentRide' }),
)

export const rideListSchema = exactly<RideList>()(
  z.strictObject({ rides: z.array(rideSchema), nextBefore: z.string().nullable() }).meta({ id: 'RideList' }),
)
