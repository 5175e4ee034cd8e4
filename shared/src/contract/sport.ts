import { endpoint } from './endpoint.ts'

export const sportRanges = ['today', '7d', '31d'] as const
export type SportRange = (typeof sportRanges)[number]

export interface SportFigures {
  distanceMeters: number
  movingSeconds: number
  energyKcal: number
  rides: number
  /** Steps counted by the platform; `null` if unknown. */
  steps: number | null
}

export interface SportDay extends SportFigures {
  /** `YYYY-MM-DD` in the trail's time zone. */
  date: string
}

export interface SportSummary {
  range: SportRange
  totals: SportFigures
  /** Every day of the range, oldest first, including days without a ride. */
  days: SportDay[]
  /** The daily goal. */
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
  /** The caller's own row at any place; `null` for callers who have not ridden, are not registered, or are hidden. */
  mine: LeaderboardRow | null
  /** The caller is hidden, and has no place in any ranking. */
  hidden: boolean
}

/** Query: `period`. */
export const getLeaderboard = endpoint<void, Leaderboard>('getLeaderboard', 'GET', '/v1/leaderboards/:trailId')
