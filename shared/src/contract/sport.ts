import { endpoint } from './endpoint.ts'

export const sportRanges = ['today', '7d', '31d'] as const
export type SportRange = (typeof sportRanges)[number]

export interface SportFigures {
  distanceMeters: number
  movingSeconds: number
  energyKcal: number
  rides: number
  /** Walked, as the platform counts; `null` where it has told nothing. */
  steps: number | null
}

export interface SportDay extends SportFigures {
  /** `YYYY-MM-DD` in the trail's time zone. */
  date: string
}

export interface SportSummary {
  range: SportRange
  totals: SportFigures
  /** Every day of the range, oldest first, also those without a ride. */
  days: SportDay[]
  /** What fills the ring of a day. */
  goalMeters: number
}

/** Query: `range`. */
export const getSportSummary = endpoint<void, SportSummary>('getSportSummary', 'GET', '/v1/sport/summary')

export const leaderboardPeriods = ['today', 'week', 'all'] as const
export type LeaderboardPeriod = (typeof leaderboardPeriods)[number]

export interface LeaderboardRow {
  rank: number
  displayName: string
  avatarUrl: string | null
  distanceMeters: number
  mine: boolean
}

export interface Leaderboard {
  trailId: string
  period: LeaderboardPeriod
  /** At most 50. */
  rows: LeaderboardRow[]
  /** The caller's own, wherever it stands; `null` for who has not ridden, is not registered, or hides. */
  mine: LeaderboardRow | null
  /** The caller chose not to be shown, and stands in no ranking. */
  hidden: boolean
}

/** Query: `period`. */
export const getLeaderboard = endpoint<void, Leaderboard>('getLeaderboard', 'GET', '/v1/leaderboards/:trailId')
