import * as z from 'zod'
import { exactly } from './exactly.ts'
import {
  type Leaderboard,
  type LeaderboardPeriod,
  type LeaderboardRow,
  leaderboardPeriods,
  type SportDay,
  type SportFigures,
  type SportRange,
  type SportSummary,
  sportRanges,
} from './sport.ts'

export const sportRangeSchema = exactly<SportRange>()(z.enum(sportRanges))
export const leaderboardPeriodSchema = exactly<LeaderboardPeriod>()(z.enum(leaderboardPeriods))

const figures = {
  distanceMeters: z.number(),
  movingSeconds: z.number(),
  energyKcal: z.number(),
  rides: z.int(),
  steps: z.int().nullable(),
}
const sportFiguresSchema = exactly<SportFigures>()(z.strictObject(figures))
const sportDaySchema = exactly<SportDay>()(z.strictObject({ ...figures, date: z.iso.date() }))

export const sportSummarySchema = exactly<SportSummary>()(
  z
    .strictObject({
      range: sportRangeSchema,
      totals: sportFiguresSchema,
      days: z.array(sportDaySchema),
      goalMeters: z.number(),
    })
    .meta({ id: 'SportSummary' }),
)

const leaderboardRowSchema = exactly<LeaderboardRow>()(
  z.strictObject({
    rank: z.int(),
    displayName: z.string(),
    avatarUrl: z.string().nullable(),
    distanceMeters: z.number(),
    mine: z.boolean(),
  }),
)

export const leaderboardSchema = exactly<Leaderboard>()(
  z
    .strictObject({
      trailId: z.string(),
      period: leaderboardPeriodSchema,
      rows: z.array(leaderboardRowSchema),
      mine: leaderboardRowSchema.nullable(),
      hidden: z.boolean(),
    })
    .meta({ id: 'Leaderboard' }),
)
