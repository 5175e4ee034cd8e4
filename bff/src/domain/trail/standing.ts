import type { LeaderboardPeriod } from '@trailpass/shared'
import { mondayOf } from '../day.ts'

/** Under which name a day's distance counts for each period of the ranking. */
export function standingPeriod(period: LeaderboardPeriod, day: string): string {
  if (period === 'today') return `day ${day}`
  return period === 'week' ? `week ${mondayOf(day)}` : 'all'
}

/** In the place of a trail: all of them together. */
export const everywhere = '*'

export interface StandingPlace {
  trailId: string
  period: string
}

export interface Standing {
  personId: string
  nickname: string | null
  avatarId: string | null
  distanceMillimeters: number
  shown: boolean
}
